import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { heldAbout } from './held-about.server.ts';
import { invite } from './inviting.server.ts';
import { editPerson } from './people-changing.server.ts';
import { hashOfToken, startSession } from './sessions.server.ts';
import { people } from './tables.ts';

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
