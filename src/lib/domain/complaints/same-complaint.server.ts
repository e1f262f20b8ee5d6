import { and, between, eq, isNull, ne } from 'drizzle-orm';
import { addDays } from '#lib/domain/calendar/dates.ts';
import type { Database } from '#lib/server/database.ts';
import { nearEnough, nearness, samePerson } from './near-words.ts';
import { tellUsCases } from './tables.ts';

/** So many days apart, at most, the same complaint comes again. */
export const sameWithin = 28;

type Told = {
	kind: string;
	receivedOn: string;
	serviceId: string;
	reference: string;
	customerName: string;
	customerContact: string;
	words: string;
};
export type Same = { id: string; number: number; receivedOn: string; why: string };

/**
 * What was written down before and may well be the same: of the same reference, or of the same customer and service, in near
 * words, within 28 days. It is only asked about; nothing is linked without somebody's word. A duplicate points at its original.
 */
export function sameAs(db: Database, told: Told): Same[] {
	const { id, number, receivedOn, reference, customerName, customerContact, words } = tellUsCases;
	const columns = { id, number, receivedOn, customerName, customerContact, words };
	if (told.reference) {
		const found = db.select(columns).from(tellUsCases).where(eq(reference, told.reference)).get();
		if (found) return [{ id: found.id, number: found.number, receivedOn: found.receivedOn, why: 'the same reference' }];
	}
	const isSame = (mine: string, theirs: string) => mine !== '' && samePerson(mine) === samePerson(theirs);
	return db
		.select(columns)
		.from(tellUsCases)
		.where(
			and(
				eq(tellUsCases.serviceId, told.serviceId),
				between(receivedOn, addDays(told.receivedOn, -sameWithin), addDays(told.receivedOn, sameWithin)),
				eq(tellUsCases.kind, told.kind as 'complaint'),
				isNull(tellUsCases.duplicateOfId),
				ne(tellUsCases.state, 'withdrawn')
			)
		)
		.all()
		.filter((row) => isSame(told.customerContact, row.customerContact) || isSame(told.customerName, row.customerName))
		.filter((row) => nearness(told.words, row.words) >= nearEnough)
		.map((row) => ({ id: row.id, number: row.number, receivedOn: row.receivedOn, why: 'the same customer and service, in near words' }));
}
