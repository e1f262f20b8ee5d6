import { and, between, inArray, isNull, ne, or } from 'drizzle-orm';
import { addDays, showDay } from '#lib/domain/calendar/dates.ts';
import type { Database } from '#lib/server/database.ts';
import { nearEnough, nearness, samePerson } from './near-words.ts';
import { tellUsCases } from './tables.ts';

/** So many days apart, at most, the same complaint comes again. */
export const sameWithin = 28;

type Told = {
	kind: string;
	receivedOn: string;
	serviceId: string;
	reference: string | null;
	customerName: string;
	customerContact: string;
	words: string;
};
type Before = Told & { id: string; number: number };
export type Same = { id: string; number: number; receivedOn: string; why: string };

/** 'Case 12, received on 3 March 2026: the same reference' */
export const sayAgain = ({ number, receivedOn, why }: Same): string => `Case ${number}, received on ${showDay(receivedOn)}: ${why}`;

const isSame = (mine: string, theirs: string) => mine !== '' && samePerson(mine) === samePerson(theirs);

/** Of what was written down before, what may well be the same; by reference alone where one has it. */
export function sameAmong<T extends Before>(before: readonly T[], told: Told): Same[] {
	const found = (rows: readonly T[], why: string) => rows.map(({ id, number, receivedOn }) => ({ id, number, receivedOn, why }));
	const byReference = told.reference ? before.filter(({ reference }) => reference === told.reference) : [];
	if (byReference.length) return found(byReference, 'the same reference');
	const [first, last] = [addDays(told.receivedOn, -sameWithin), addDays(told.receivedOn, sameWithin)];
	const near = before.filter(
		(row) =>
			row.serviceId === told.serviceId &&
			row.kind === told.kind &&
			row.receivedOn >= first &&
			row.receivedOn <= last &&
			(isSame(told.customerContact, row.customerContact) || isSame(told.customerName, row.customerName)) &&
			nearness(told.words, row.words) >= nearEnough
	);
	return found(near, 'the same customer and service, in near words');
}

/** What stands between two days, or has one of these references, that something could be the same as. */
export function standingCases(db: Database, { from, to, references }: { from: string; to: string; references: string[] }): Before[] {
	const { id, number, kind, receivedOn, serviceId, reference, customerName, customerContact, words } = tellUsCases;
	const between28 = and(between(receivedOn, addDays(from, -sameWithin), addDays(to, sameWithin)), isNull(tellUsCases.duplicateOfId));
	const named = inArray(reference, references);
	return db
		.select({ id, number, kind, receivedOn, serviceId, reference, customerName, customerContact, words })
		.from(tellUsCases)
		.where(or(references.length ? named : undefined, and(between28, ne(tellUsCases.state, 'withdrawn'))))
		.all();
}

/**
 * What was written down before and may well be the same: of the same reference, or of the same customer and service, in near
 * words, within 28 days. It is only asked about; nothing is linked without somebody's word. A duplicate points at its original.
 */
export const sameAs = (db: Database, told: Told): Same[] =>
	sameAmong(standingCases(db, { from: told.receivedOn, to: told.receivedOn, references: told.reference ? [told.reference] : [] }), told);
