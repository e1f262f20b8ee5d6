import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { auditLines } from '../audit/tables.ts';
import { changePassword, choosePassword } from './changing-password.server.ts';
import { problemWithPassword } from './password-rules.ts';
import { hashPassword } from './passwords.server.ts';
import { endSession, hashOfToken, personIdOf, startSession } from './sessions.server.ts';
import { signIn } from './signing-in.server.ts';
import { invitations, people, sessions } from './tables.ts';
import { mostFailures } from './throttling.server.ts';

const good = 'otter candle viaduct';
const now = Date.UTC(2026, 10, 21, 9);
let db: ReturnType<typeof testDatabase>;

beforeEach(async () => {
	db = testDatabase();
	db.update(people)
		.set({ passwordHash: await hashPassword(good) })
		.where(eq(people.id, 'manager'))
		.run();
});
const attempt = (email: string, password: string, address = '10.0.0.1', at = now) => signIn(db, { email, password }, address, at);

test('the right password signs in, and the email address is the same in capitals', async () => {
	const outcome = await attempt('MANAGER@marlbourne.example', good);
	expect(outcome).toMatchObject({ ok: true, personId: 'manager' });
	expect(db.select().from(auditLines).all()).toMatchObject([{ what: 'signed in', personId: 'manager' }]);
});

test('a wrong password, an unknown person, a deactivated one and one tried too often read the same', async () => {
	db.update(people).set({ deactivatedAt: now }).where(eq(people.id, 'planner')).run();
	const said = [
		await attempt('manager@marlbourne.example', 'wrong'),
		await attempt('nobody@marlbourne.example', good),
		await attempt('planner@marlbourne.example', good)
	];
	for (let i = 0; i < mostFailures.account; i++) await attempt('lead@marlbourne.example', 'wrong');
	said.push(await attempt('lead@marlbourne.example', 'wrong'));
	expect(new Set(said.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
	expect(said[0]).toMatchObject({ ok: false, code: 'sign-in-failed' });
});

test('after ten failures even the right password waits five minutes, from any address', async () => {
	for (let i = 0; i < mostFailures.account; i++) await attempt('manager@marlbourne.example', 'wrong', `10.0.0.${i}`);
	expect((await attempt('manager@marlbourne.example', good, '10.9.9.9')).ok).toBe(false);
	expect((await attempt('manager@marlbourne.example', good, '10.9.9.9', now + 5 * 60 * 1000 + 1)).ok).toBe(true);
});

test('one address that fails for many accounts is stopped, others are not', async () => {
	for (let i = 0; i < mostFailures.address; i++) await attempt(`guess${i}@marlbourne.example`, 'wrong', '10.6.6.6');
	expect((await attempt('manager@marlbourne.example', good, '10.6.6.6')).ok).toBe(false);
	expect((await attempt('manager@marlbourne.example', good, '10.0.0.1')).ok).toBe(true);
});

test('a copied session table signs nobody in', async () => {
	const token = await startSession(db, 'manager');
	expect((await personIdOf(db, token))?.personId).toBe('manager');
	expect(await personIdOf(db, db.select().from(sessions).get()!.id)).toBeNull();
	await endSession(db, token);
	expect(await personIdOf(db, token)).toBeNull();
});

test('a session that ran out is over', async () => {
	const token = await startSession(db, 'manager');
	db.update(sessions)
		.set({ expiresAt: Math.floor(Date.now() / 1000) - 1 })
		.run();
	expect(await personIdOf(db, token)).toBeNull();
});

test('changing the password ends every session and needs the current one', async () => {
	const token = await startSession(db, 'manager');
	expect(await changePassword(db, cast.manager, { current: 'wrong', password: 'viaduct otter candle' })).toMatchObject({
		ok: false,
		field: 'current'
	});
	expect((await personIdOf(db, token))?.personId).toBe('manager');
	expect((await changePassword(db, cast.manager, { current: good, password: 'viaduct otter candle' })).ok).toBe(true);
	expect(await personIdOf(db, token)).toBeNull();
	expect((await attempt('manager@marlbourne.example', good)).ok).toBe(false);
	expect((await attempt('manager@marlbourne.example', 'viaduct otter candle')).ok).toBe(true);
});

test('a one-time link works once and not after it ran out', async () => {
	db.insert(invitations)
		.values([
			{ id: hashOfToken('link'), personId: 'planner', expiresAt: now + 1000 },
			{ id: hashOfToken('old'), personId: 'planner', expiresAt: now - 1 }
		])
		.run();
	expect(await choosePassword(db, 'old', good, now)).toMatchObject({ ok: false, code: 'link-ended' });
	expect(await choosePassword(db, 'link', 'short', now)).toMatchObject({ ok: false, code: 'weak-password' });
	expect(await choosePassword(db, 'link', good, now)).toMatchObject({ ok: true, personId: 'planner' });
	expect(await choosePassword(db, 'link', 'viaduct otter candle', now)).toMatchObject({ ok: false, code: 'link-ended' });
	expect((await attempt('planner@marlbourne.example', good)).ok).toBe(true);
});

test.each([
	['correct horse', 'manager', null],
	['otter candle viaduct', 'manager', null],
	['eleven char', 'manager', 'characters or more'],
	['a'.repeat(40), 'manager', 'common'],
	['Password123456!', 'manager', 'common'],
	['qwertyuiop123', 'manager', 'common'],
	['marlbourne2026', 'manager', 'own name'],
	['GoldenThread2026!', 'manager', 'own name']
])('the password %s of %s is judged', (password, name, says) => {
	const problem = problemWithPassword(password, { email: `${name}@marlbourne.example`, name: 'Morgan Manager', council: 'Marlbourne' });
	if (says === null) expect(problem).toBeNull();
	else expect(problem).toContain(says);
});
