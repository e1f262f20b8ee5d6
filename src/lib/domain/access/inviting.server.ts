import { and, eq, isNull } from 'drizzle-orm';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { personForAdministrator } from './people-finding.server.ts';
import type { Person } from './person.ts';
import { hashOfToken, newToken } from './sessions.server.ts';
import { invitations } from './tables.ts';

/** How long a one-time link works. */
export const invitationDays = 7;
const aDay = 24 * 60 * 60 * 1000;

/** Makes every link that was not used yet worthless. */
export function endInvitationsOf(tx: Transaction, personId: string): void {
	tx.delete(invitations)
		.where(and(eq(invitations.personId, personId), isNull(invitations.usedAt)))
		.run();
}

/**
 * Makes a one-time link with which a person chooses their first password, or a new one. It is given once, for the
 * administrator to pass on; the database keeps its SHA-256. An older link that was not used stops working, so asking
 * twice is harmless: the last link shown is the one that works.
 */
export function invite(db: Database, by: Person, id: string, now: number): Outcome<{ token: string; expiresAt: number }> {
	const token = newToken();
	const expiresAt = now + invitationDays * aDay;
	return write(db, (tx) => {
		const person = personForAdministrator(tx, id);
		if (!person) return refused('gone', 'This person no longer exists');
		if (person.deactivatedAt) return refused('deactivated', `${person.name} is deactivated. Reactivate them first.`);
		endInvitationsOf(tx, id);
		tx.insert(invitations)
			.values({ id: hashOfToken(token), personId: id, expiresAt })
			.run();
		record(tx, by, person.hasPassword ? 'made a link for a new password' : 'invited person', { kind: 'person', id });
		return done({ token, expiresAt });
	});
}
