import { and, eq, ne } from 'drizzle-orm';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { Person } from './person.ts';
import { people } from './tables.ts';

export type PersonDetails = { name: string; email: string; jobTitle: string };

/** Refuses an email address that somebody else signs in with, and says who. */
export function sameEmail(tx: Transaction, email: string, id = ''): Refused | null {
	const other = tx
		.select({ name: people.name, deactivatedAt: people.deactivatedAt })
		.from(people)
		.where(and(eq(people.email, email.toLowerCase()), ne(people.id, id)))
		.get();
	if (!other) return null;
	const now = other.deactivatedAt ? `, who is deactivated. Reactivate them instead, or use another address` : '';
	return refused('email-taken', `This email address belongs to ${other.name}${now}`, 'email');
}

/** Adds a person. They cannot sign in until they are invited and choose a password. */
export function addPerson(db: Database, person: Person, input: PersonDetails): Outcome<{ id: string }> {
	const details = { ...input, email: input.email.toLowerCase() };
	return write(db, (tx) => {
		const problem = sameEmail(tx, details.email);
		if (problem) return problem;
		const { id } = tx.insert(people).values(details).returning({ id: people.id }).get();
		record(tx, person, 'added person', { kind: 'person', id }, changesOf({}, details));
		return done({ id });
	});
}
