import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { cast, testDatabase } from '../../../tests/support/test-database.ts';
import { heldAbout, tablesLookedThrough } from './held-about.server.ts';
import { invite } from '#lib/domain/access/inviting.server.ts';
import { editPerson } from '#lib/domain/access/people-changing.server.ts';
import { hashOfToken, startSession } from '#lib/domain/access/sessions.server.ts';
import { people } from '#lib/domain/access/tables.ts';

test('what is held about a person is theirs, whole, and holds nothing one could sign in with', async () => {
	const db = testDatabase();
	db.update(people).set({ passwordHash: '$argon2id$secret' }).where(eq(people.id, 'manager')).run();
	const session = await startSession(db, 'manager');
	const link = invite(db, cast.administrator, 'manager', 1);
	editPerson(db, cast.administrator, 'manager', { name: 'Morgan M', email: cast.manager.email, jobTitle: '', version: 1 });
	editPerson(db, cast.administrator, 'planner', { name: 'Priya P', email: cast.planner.email, jobTitle: '', version: 1 });

	const text = [...heldAbout(db, 'manager')].join('');
	const held = JSON.parse(text) as Record<string, unknown[]> & { person: object };
	expect(held.person).toMatchObject({ name: 'Morgan M', hasPassword: true });
	expect(held['roles']).toEqual([{ role: 'service manager of Housing repairs' }]);
	expect(held['sessions']).toHaveLength(1);
	expect(held['audit trail']).toHaveLength(2);
	expect(text).not.toContain('Priya');
	for (const secret of ['argon2id', session, hashOfToken(session), link.ok ? link.token : '', link.ok ? hashOfToken(link.token) : ''])
		expect(text).not.toContain(secret);
});

test('a table that names people is looked through', () => {
	const db = testDatabase();
	// a step's served_by is a tier, not a person
	const named = db.$client
		.prepare(
			`select distinct m.name from sqlite_master m, pragma_table_info(m.name) c
			where m.type = 'table' and (c.name in ('person_id', 'user_id', 'owner_id', 'moderator_id') or (c.name like '%\\_by' escape '\\' and c.name <> 'served_by'))`
		)
		.pluck()
		.all() as string[];
	expect(named.length).toBeGreaterThan(20);
	expect(named.filter((table) => !tablesLookedThrough.includes(table))).toEqual([]);
});
