import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashPassword } from '#lib/domain/access/passwords.server.ts';
import { signIn } from '#lib/domain/access/signing-in.server.ts';
import { people } from '#lib/domain/access/tables.ts';
import { councils } from '#lib/domain/organisation/tables.ts';
import { backUp, restore } from './backup.server.ts';
import { open, write, type Database } from './database.ts';

const now = new Date('2026-11-21T09:14:00Z');
let folder: string;
let db: Database;
let live: string;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'golden-thread-'));
	live = join(folder, 'live', 'council.sqlite');
	db = open(live);
	db.insert(councils).values({ id: 1, name: 'Marlbourne', allowedFileTypes: [] }).run();
	db.insert(people)
		.values({ id: 'asha', name: 'Asha', email: 'asha@marlbourne.example', passwordHash: await hashPassword('otter candle viaduct') })
		.run();
});
afterEach(() => {
	if (db.$client.open) db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

test('a backup made while people write is restored into an empty folder, and its people sign in', async () => {
	const copying = backUp(live, join(folder, 'backups'), now);
	write(db, (tx) => tx.insert(people).values({ name: 'Late', email: 'late@marlbourne.example' }).run());
	const { file } = await copying;
	expect(file).toContain('golden-thread-2026-11-21T09-14-00.sqlite');
	expect(readdirSync(join(folder, 'backups'))).toEqual(['golden-thread-2026-11-21T09-14-00.sqlite']);

	const elsewhere = join(folder, 'new', 'council.sqlite');
	expect(restore(file, elsewhere, false)).toEqual({ kept: null });
	const restored = open(elsewhere);
	const signedIn = await signIn(
		restored,
		{ email: 'asha@marlbourne.example', password: 'otter candle viaduct' },
		'127.0.0.1',
		now.getTime()
	);
	restored.$client.close();
	expect(signedIn.ok).toBe(true);
});

test('a database is not overwritten without being told to, and then kept', async () => {
	const { file } = await backUp(live, join(folder, 'backups'), now);
	db.$client.close();
	expect(() => restore(file, live, false)).toThrow('--overwrite');
	const { kept } = restore(file, live, true);
	expect(readdirSync(join(folder, 'live')).map((name) => join(folder, 'live', name))).toEqual([live, kept].sort());
});

test.each([
	['a text', 'not a database at all'.repeat(100)],
	['an empty file', '']
])('%s is not restored', (_, content) => {
	const file = join(folder, 'wrong.sqlite');
	writeFileSync(file, content);
	expect(() => restore(file, join(folder, 'new.sqlite'), false)).toThrow(/not a/);
});
