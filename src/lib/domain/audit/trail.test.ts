import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { write } from '#lib/server/database.ts';
import { cast, testDatabase, withoutProtection } from '../../../../tests/support/test-database.ts';
import { services } from '../organisation/tables.ts';
import { checkChain } from './checking.server.ts';
import { changesOf, record } from './recording.server.ts';
import { auditLines } from './tables.ts';

function trailOf(lines: number) {
	const db = testDatabase();
	for (let n = 1; n <= lines; n++)
		write(db, (tx) =>
			record(tx, cast.manager, `renamed service ${n}`, { kind: 'service', id: 'repairs' }, { name: { from: `${n - 1}`, to: `${n}` } })
		);
	return db;
}

test('each line carries the hash of the one before, and the trail is whole', () => {
	const db = trailOf(3);
	const lines = db.select().from(auditLines).all();
	expect(lines.map((line) => line.number)).toEqual([1, 2, 3]);
	expect(lines[1]!.previousHash).toBe(lines[0]!.hash);
	expect(checkChain(db)).toEqual({ whole: true, lines: 3 });
	expect(checkChain(testDatabase())).toEqual({ whole: true, lines: 0 });
});

test.each([
	[
		'changed',
		(db: ReturnType<typeof trailOf>) => db.update(auditLines).set({ what: 'nothing happened' }).where(eq(auditLines.number, 2)).run(),
		2,
		'changed after'
	],
	['removed', (db: ReturnType<typeof trailOf>) => db.delete(auditLines).where(eq(auditLines.number, 2)).run(), 3, 'missing'],
	[
		'replaced with a hash of its own',
		(db: ReturnType<typeof trailOf>) =>
			db
				.update(auditLines)
				.set({ hash: sql`'00'` })
				.where(eq(auditLines.number, 1))
				.run(),
		1,
		'changed after'
	]
])('a line that was %s is found', (_, tamper, brokenAt, says) => {
	const db = withoutProtection(trailOf(4));
	tamper(db);
	expect(checkChain(db)).toMatchObject({ whole: false, brokenAt, text: expect.stringContaining(says) });
});

test('a change that fails leaves no line, and a line that fails leaves no change', () => {
	const db = testDatabase();
	expect(() =>
		write(db, (tx) => {
			tx.update(services).set({ name: 'Repairs' }).where(eq(services.id, 'repairs')).run();
			record(tx, cast.manager, 'renamed service', { kind: 'service', id: 'repairs' });
			throw new Error('the rest went wrong');
		})
	).toThrow('the rest went wrong');
	expect(db.select().from(auditLines).all()).toEqual([]);
	expect(db.select({ name: services.name }).from(services).where(eq(services.id, 'repairs')).get()).toEqual({ name: 'Housing repairs' });
});

test('only fields that differ are written down, and what a field is not is empty', () => {
	expect(changesOf({ name: 'Repairs', closedOn: null }, { name: 'Housing repairs', closedOn: null })).toEqual({
		name: { from: 'Repairs', to: 'Housing repairs' }
	});
	expect(changesOf({}, { name: 'New' })).toEqual({ name: { from: null, to: 'New' } });
});
