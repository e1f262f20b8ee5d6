import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { closeUnit } from '#lib/domain/organisation/closing.server.ts';
import { teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { choosePassword, invitedBy } from './changing-password.server.ts';
import { deactivate, reactivate } from './deactivating.server.ts';
import { personById } from './finding.server.ts';
import { addGrant, removeGrant } from './granting.server.ts';
import { invitationDays, invite } from './inviting.server.ts';
import { addPerson } from './people-adding.server.ts';
import { editPerson } from './people-changing.server.ts';
import { grantsOf, openInvitation, personForAdministrator } from './people-finding.server.ts';
import { hashOfToken, personIdOf, startSession } from './sessions.server.ts';
import { invitations, people } from './tables.ts';

const { administrator } = cast;
const now = Date.parse('2026-11-21T09:00:00Z');
const aDay = 24 * 60 * 60 * 1000;
let db: Database;
beforeEach(() => {
	db = testDatabase();
	db.update(people).set({ passwordHash: 'chosen' }).where(eq(people.id, 'administrator')).run();
});

const lines = () => db.select({ what: auditLines.what, thingId: auditLines.thingId, change: auditLines.change }).from(auditLines).all();
const version = (id: string) => personForAdministrator(db, id)!.version;
const grantOf = (id: string, role: string) => grantsOf(db, id).find((grant) => grant.role === role)!.id;
const give = (id: string, role: Parameters<typeof addGrant>[3]['role'], over = '') =>
	addGrant(db, administrator, id, { role, over, version: version(id) });

describe('adding and editing', () => {
	test('an email address belongs to one person, in any case, and the refusal says to whom', () => {
		expect(addPerson(db, administrator, { name: 'Nia New', email: 'Nia@Marlbourne.example', jobTitle: '' })).toMatchObject({ ok: true });
		expect(addPerson(db, administrator, { name: 'Other', email: 'nia@marlbourne.EXAMPLE', jobTitle: '' })).toMatchObject({
			field: 'email',
			text: 'This email address belongs to Nia New'
		});
	});

	test('a stale edit shows both texts', () => {
		const input = { name: 'Col League', email: cast.colleague.email, jobTitle: 'Officer', version: 1 };
		expect(editPerson(db, administrator, 'colleague', input)).toEqual({ ok: true });
		expect(editPerson(db, administrator, 'colleague', { ...input, jobTitle: 'Clerk' })).toMatchObject({
			code: 'stale',
			conflict: { version: 2, by: administrator.name, fields: [{ name: 'jobTitle', theirs: 'Officer', mine: 'Clerk' }] }
		});
		expect(lines()).toHaveLength(1);
	});
});

describe('roles', () => {
	test('are given over what they can be given over', () => {
		db.insert(teams).values({ id: 'gas', serviceId: 'repairs', name: 'Gas' }).run();
		expect(give('colleague', 'service manager', 'repairs')).toEqual({ ok: true });
		expect(give('colleague', 'team leader', 'gas')).toEqual({ ok: true });
		expect(give('colleague', 'quality assessor', 'council')).toEqual({ ok: true });
		expect(give('colleague', 'quality assessor', 'planning')).toEqual({ ok: true });
		expect(give('colleague', 'viewer')).toEqual({ ok: true });
		expect(give('colleague', 'service manager', 'council')).toMatchObject({ code: 'no-scope', field: 'over' });
		expect(give('colleague', 'team leader', 'repairs')).toMatchObject({ code: 'no-scope' });
		expect(personById(db, 'colleague')?.grants).toHaveLength(5);
		expect(lines()[0]).toMatchObject({ thingId: 'colleague', change: { role: { from: null, to: 'service manager of Housing repairs' } } });
	});

	test('over a closed service are refused, and nobody holds one twice', () => {
		expect(give('manager', 'service manager', 'repairs')).toMatchObject({ code: 'held-already' });
		closeUnit(db, administrator, 'service', 'planning', 1, '2026-11-21');
		expect(give('manager', 'service manager', 'planning')).toMatchObject({ code: 'closed', field: 'over' });
	});

	test('given or taken away end the sessions of the person, and only theirs', async () => {
		const [theirs, other] = [await startSession(db, 'manager'), await startSession(db, 'planner')];
		give('manager', 'viewer');
		expect(await personIdOf(db, theirs)).toBeNull();
		const again = await startSession(db, 'manager');
		removeGrant(db, administrator, 'manager', { grantId: grantOf('manager', 'viewer'), confirmed: false, version: version('manager') });
		expect(await personIdOf(db, again)).toBeNull();
		expect(await personIdOf(db, other)).toMatchObject({ personId: 'planner' });
	});

	test('two administrators never work past each other', () => {
		expect(addGrant(db, administrator, 'colleague', { role: 'viewer', over: '', version: 1 })).toEqual({ ok: true });
		expect(addGrant(db, administrator, 'colleague', { role: 'advisor', over: '', version: 1 })).toMatchObject({ code: 'stale' });
	});
});

describe('the last administrator', () => {
	const remove = (confirmed = true) =>
		removeGrant(db, administrator, 'administrator', {
			grantId: grantOf('administrator', 'administrator'),
			confirmed,
			version: version('administrator')
		});
	const leave = (confirmed = true) => deactivate(db, administrator, 'administrator', { confirmed, version: version('administrator') }, now);

	test('keeps the role and stays active; somebody invited who never signed in does not count', () => {
		expect(remove()).toMatchObject({ code: 'last-administrator' });
		expect(leave()).toMatchObject({ code: 'last-administrator' });
		give('lead', 'administrator');
		expect(remove()).toMatchObject({ code: 'last-administrator' });
	});

	test('can go once another can sign in, but not by accident', () => {
		give('lead', 'administrator');
		db.update(people).set({ passwordHash: 'chosen' }).where(eq(people.id, 'lead')).run();
		expect(remove(false)).toMatchObject({ code: 'yourself', field: 'confirmed' });
		expect(leave(false)).toMatchObject({ code: 'yourself', field: 'confirmed' });
		expect(remove()).toEqual({ ok: true });
	});
});

describe('deactivating', () => {
	test('ends sessions and one-time links, keeps history and roles, and can be undone', async () => {
		const token = await startSession(db, 'manager');
		const link = invite(db, administrator, 'manager', now);
		expect(deactivate(db, administrator, 'manager', { confirmed: false, version: 1 }, now)).toEqual({ ok: true });
		expect(await personIdOf(db, token)).toBeNull();
		expect(personById(db, 'manager')).toBeNull();
		expect(link.ok && invitedBy(db, link.token, now)).toBeNull();
		expect(invite(db, administrator, 'manager', now)).toMatchObject({ code: 'deactivated' });
		expect(give('manager', 'viewer')).toMatchObject({ code: 'deactivated' });
		expect(reactivate(db, administrator, 'manager', 2)).toEqual({ ok: true });
		expect(personById(db, 'manager')?.grants).toEqual(cast.manager.grants);
	});
});

describe('one-time links', () => {
	const password = 'a long enough pass phrase';

	test('work once, for seven days, and the database never holds their secret', async () => {
		const link = invite(db, administrator, 'colleague', now);
		if (!link.ok) throw new Error(link.text);
		expect(db.select().from(invitations).all()).toEqual([
			{ id: hashOfToken(link.token), personId: 'colleague', expiresAt: now + invitationDays * aDay, usedAt: null }
		]);
		expect(JSON.stringify(db.select().from(auditLines).all())).not.toContain(link.token);
		expect(openInvitation(db, 'colleague', now)).toEqual({ expiresAt: link.expiresAt });
		expect(invitedBy(db, link.token, link.expiresAt - 1)).toMatchObject({ id: 'colleague' });
		expect(await choosePassword(db, link.token, password, link.expiresAt)).toMatchObject({ code: 'link-ended' });
		expect(await choosePassword(db, link.token, password, now)).toMatchObject({ ok: true });
		expect(await choosePassword(db, link.token, password, now)).toMatchObject({ code: 'link-ended' });
	});

	test('a new one makes the one before worthless', () => {
		const [first, second] = [invite(db, administrator, 'colleague', now), invite(db, administrator, 'colleague', now)];
		if (!first.ok || !second.ok) throw new Error('Both were made');
		expect(invitedBy(db, first.token, now)).toBeNull();
		expect(invitedBy(db, second.token, now)).toMatchObject({ id: 'colleague' });
	});
});
