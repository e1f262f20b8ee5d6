import { and, eq, gt, isNull } from 'drizzle-orm';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { councils } from '#lib/domain/organisation/tables.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { problemWithPassword } from './password-rules.ts';
import { hashPassword, isPassword } from './passwords.server.ts';
import type { Person } from './person.ts';
import { endSessionsOf, hashOfToken } from './sessions.server.ts';
import { invitations, people } from './tables.ts';

const councilName = (db: Database) => db.select({ name: councils.name }).from(councils).get()?.name;

function store(tx: Transaction, person: { id: string }, passwordHash: string, what: string) {
	tx.update(people).set({ passwordHash }).where(eq(people.id, person.id)).run();
	endSessionsOf(tx, person.id);
	record(tx, person, what, { kind: 'person', id: person.id });
}

/** Changes one's own password, which ends every session of theirs. */
export async function changePassword(db: Database, person: Person, typed: { current: string; password: string }): Promise<Outcome> {
	const stored = db.select({ hash: people.passwordHash }).from(people).where(eq(people.id, person.id)).get();
	if (!(await isPassword(stored?.hash ?? null, typed.current))) return refused('wrong-password', 'Enter your current password', 'current');
	const problem = problemWithPassword(typed.password, { ...person, council: councilName(db) });
	if (problem) return refused('weak-password', problem, 'password');
	const hash = await hashPassword(typed.password);
	write(db, (tx) => store(tx, person, hash, 'changed password'));
	return done();
}

/** Whom a one-time link is for; null when it was used, has run out, or never was. */
export function invitedBy(db: Database, token: string, now: number): { id: string; name: string; email: string } | null {
	return (
		db
			.select({ id: people.id, name: people.name, email: people.email })
			.from(invitations)
			.innerJoin(people, eq(people.id, invitations.personId))
			.where(
				and(
					eq(invitations.id, hashOfToken(token)),
					isNull(invitations.usedAt),
					gt(invitations.expiresAt, now),
					isNull(people.deactivatedAt)
				)
			)
			.get() ?? null
	);
}

/** Chooses the first or a new password by a one-time link, which is then used up. */
export async function choosePassword(db: Database, token: string, password: string, now: number): Promise<Outcome<{ personId: string }>> {
	const person = invitedBy(db, token, now);
	if (!person) return refused('link-ended', 'This link was used or has run out. Ask your administrator for a new one.');
	const problem = problemWithPassword(password, { ...person, council: councilName(db) });
	if (problem) return refused('weak-password', problem, 'password');
	const hash = await hashPassword(password);
	return write(db, (tx) => {
		if (!invitedBy(tx, token, now)) return refused('link-ended', 'This link was used a moment ago. Sign in with the password chosen then.');
		tx.update(invitations)
			.set({ usedAt: now })
			.where(eq(invitations.id, hashOfToken(token)))
			.run();
		store(tx, person, hash, 'chose a password by a one-time link');
		return done({ personId: person.id });
	});
}
