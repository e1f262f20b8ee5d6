import { personById } from '#lib/domain/access/finding.server.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';

/** Gives a person by the first part of their email, with their grants. */
export type Who = (email: string) => Person;

export function castOf(db: Database, ids: Map<string, string>): Who {
	const known = new Map<string, Person>();
	return (email) => {
		const person = known.get(email) ?? personById(db, ids.get(email) ?? '');
		if (!person) throw new Error(`Nobody in the example council is ${email}`);
		known.set(email, person);
		return person;
	};
}

/** What was done; the example council stops where something it asks for is refused, and says what. */
export function must<T extends object>(outcome: Outcome<T>, what: string): T & { ok: true } {
	if (!outcome.ok) throw new Error(`The example council cannot be made. ${what}: ${outcome.text}`);
	return outcome;
}
