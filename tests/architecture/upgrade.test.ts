import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { open } from '#lib/server/database.ts';

/* A council that runs the first release opens its file with this one: what it wrote down is there. */

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Journal = { entries: { tag: string }[] };

/** The migrations of the first release alone. */
function firstRelease(): string {
	const migrations = join(folder, 'drizzle');
	cpSync('drizzle', migrations, { recursive: true });
	const file = join(migrations, 'meta/_journal.json');
	const journal = JSON.parse(readFileSync(file, 'utf8')) as Journal;
	writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }));
	return migrations;
}

test('a file of the first release is brought up to date with everything in it', () => {
	const file = join(folder, 'council.db');
	const before = open(file, firstRelease());
	before.$client.exec(`
		insert into directorate (id, name) values ('homes', 'Homes and places');
		insert into service (id, directorate_id, name) values ('repairs', 'homes', 'Housing repairs');
		insert into finding (id, what, service_id, source, severity, found_by, found_at)
			values ('found', 'Nobody rings back', 'repairs', 'added by hand', 'high', 'manager', 1);
		insert into recommendation (id, finding_id, number, text) values ('do', 'found', 1, 'Ring back');`);
	before.$client.close();
	const after = open(file);
	expect(after.$client.prepare('select what, source, severity, came_from from finding').all()).toEqual([
		{ what: 'Nobody rings back', source: 'added by hand', severity: 'high', came_from: '' }
	]);
	expect(after.$client.prepare('select text from recommendation where finding_id = ?').all('found')).toEqual([{ text: 'Ring back' }]);
	expect(after.$client.pragma('integrity_check', { simple: true })).toBe('ok');
	after.$client.close();
});
