import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { councils } from '#lib/domain/organisation/tables.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { testDatabase } from '../../../tests/support/test-database.ts';
import { betweenWrites } from './between-writes.ts';
import { open, write, type Database } from './database.ts';

const rename = (db: Database, name: string) => db.update(councils).set({ name }).run();

test('is worked out once, and again after a write', () => {
	const db = testDatabase();
	let times = 0;
	const name = () => betweenWrites(db, 'name', () => (times++, councilOf(db)?.name));
	const before = name();
	expect([name(), times]).toEqual([before, 1]);
	rename(db, 'Another council');
	expect([name(), name(), times]).toEqual(['Another council', 'Another council', 2]);
});

test('what a transaction saw and undid is not kept', () => {
	const db = testDatabase();
	const name = () => betweenWrites(db, 'name', () => councilOf(db)?.name);
	const before = name();
	expect(() =>
		write(db, () => {
			rename(db, 'Undone');
			expect(name()).toBe('Undone');
			throw new Error('undone');
		})
	).toThrow('undone');
	expect(name()).toBe(before);
});

test('a write by another connection is seen', () => {
	const folder = mkdtempSync(join(tmpdir(), 'between-writes-'));
	try {
		const [db, other] = [open(join(folder, 'a.sqlite')), open(join(folder, 'a.sqlite'))];
		db.insert(councils).values({ id: 1, name: 'First', allowedFileTypes: [] }).run();
		const name = () => betweenWrites(db, 'name', () => councilOf(db)?.name);
		expect(name()).toBe('First');
		rename(other, 'Second');
		expect(name()).toBe('Second');
		db.$client.close();
		other.$client.close();
	} finally {
		rmSync(folder, { recursive: true });
	}
});
