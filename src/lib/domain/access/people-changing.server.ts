import { and, eq } from 'drizzle-orm';
import { changesOf, record, type Change } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { grantInWords } from './grant-in-words.ts';
import { sameEmail, type PersonDetails } from './people-adding.server.ts';
import { grantsOf, personForAdministrator, type PersonForAdministrator } from './people-finding.server.ts';
import type { Person } from './person.ts';
import { people } from './tables.ts';

type Prepared = Refused | { what: string; changes: Change; set?: Partial<typeof people.$inferInsert> };

const labels = { name: 'Name', email: 'Email address', jobTitle: 'Job title', access: 'Access', roles: 'Roles' };

/** A person as the two texts of a stale save show them. */
const standing = (tx: Transaction, person: PersonForAdministrator) => ({
	...person,
	access: person.deactivatedAt ? 'Deactivated' : 'Active',
	roles: grantsOf(tx, person.id).map(grantInWords).join('\n')
});

/**
 * One change of a person by an administrator: found, not stale, decided and done by `prepare`, then counted and written
 * with its audit line. A change of roles counts too, so that two administrators never work past each other.
 */
export function changePerson(
	db: Database,
	by: Person,
	id: string,
	version: number,
	typed: Record<string, unknown>,
	prepare: (tx: Transaction, person: PersonForAdministrator) => Prepared
): Outcome {
	return write(db, (tx) => {
		const person = personForAdministrator(tx, id);
		if (!person) return refused('gone', 'This person no longer exists');
		const thing = { kind: 'person', id };
		if (person.version !== version) return staleSave<Record<string, unknown>>(tx, thing, standing(tx, person), typed, labels);
		const prepared = prepare(tx, person);
		if ('ok' in prepared) return prepared;
		if (Object.keys(prepared.changes).length === 0) return done();
		tx.update(people)
			.set({ ...prepared.set, version: version + 1 })
			.where(and(eq(people.id, id), eq(people.version, version)))
			.run();
		record(tx, by, prepared.what, thing, prepared.changes);
		return done();
	});
}

/** Changes a person's name, email address (with which they sign in) and job title. */
export const editPerson = (db: Database, by: Person, id: string, input: PersonDetails & { version: number }): Outcome =>
	changePerson(db, by, id, input.version, { ...input, email: input.email.toLowerCase() }, (tx, person) => {
		const { version: _, ...rest } = input;
		const details = { ...rest, email: rest.email.toLowerCase() };
		return (
			sameEmail(tx, details.email, id) ?? {
				what: 'changed person',
				changes: changesOf<PersonDetails>(person, details),
				set: details
			}
		);
	});
