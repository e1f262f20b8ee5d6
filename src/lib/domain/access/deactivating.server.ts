import { eq } from 'drizzle-orm';
import { calendarFeeds } from '#lib/domain/actions/tables.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { endInvitationsOf } from './inviting.server.ts';
import { byAccident, lastAdministrator } from './last-administrator.server.ts';
import { changePerson } from './people-changing.server.ts';
import { grantsOf } from './people-finding.server.ts';
import type { Person } from './person.ts';
import { endSessionsOf } from './sessions.server.ts';

/**
 * Ends a person's access at once: their sessions, their one-time links and their calendar's secret address. What they
 * did stays, with their name. Never the last administrator.
 */
export const deactivate = (db: Database, by: Person, id: string, input: { confirmed: boolean; version: number }, now: number): Outcome =>
	changePerson(db, by, id, input.version, { access: 'Deactivated' }, (tx, person) => {
		if (person.deactivatedAt) return refused('deactivated', `${person.name} is already deactivated`);
		const administers = grantsOf(tx, id).some(({ role }) => role === 'administrator');
		const problem = (administers ? lastAdministrator(tx, id) : null) ?? byAccident(by, id, input.confirmed);
		if (problem) return problem;
		endSessionsOf(tx, id);
		endInvitationsOf(tx, id);
		tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, id)).run();
		return { what: 'deactivated person', changes: { deactivatedAt: { from: null, to: now } }, set: { deactivatedAt: now } };
	});

/** Lets a deactivated person in again, with the password and the roles they had. */
export const reactivate = (db: Database, by: Person, id: string, version: number): Outcome =>
	changePerson(db, by, id, version, { access: 'Active' }, (_, person) => {
		if (!person.deactivatedAt) return refused('active', `${person.name} is already active`);
		const changes = { deactivatedAt: { from: person.deactivatedAt, to: null } };
		return { what: 'reactivated person', changes, set: { deactivatedAt: null } };
	});
