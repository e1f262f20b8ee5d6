import { and, count, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import { refused, type Refused } from '#lib/domain/outcome.ts';
import type { Transaction } from '#lib/server/database.ts';
import type { Person } from './person.ts';
import { grants, people } from './tables.ts';

/** Refuses what would leave nobody who can sign in as administrator: an invitation not yet taken up does not count. */
export function lastAdministrator(tx: Transaction, without: string): Refused | null {
	const others = tx
		.select({ n: count() })
		.from(grants)
		.innerJoin(people, eq(people.id, grants.personId))
		.where(and(eq(grants.role, 'administrator'), ne(people.id, without), isNull(people.deactivatedAt), isNotNull(people.passwordHash)))
		.get()!.n;
	return others > 0
		? null
		: refused(
				'last-administrator',
				'This is the last administrator who can sign in. Make somebody else administrator, and wait until they have signed in, first.'
			);
}

/** Nobody takes away their own way in by accident: it asks for a tick. */
export const byAccident = (by: Person, id: string, confirmed: boolean): Refused | null =>
	by.id === id && !confirmed
		? refused('yourself', 'This is you. Tick the box to say that you know you cannot undo it yourself', 'confirmed')
		: null;
