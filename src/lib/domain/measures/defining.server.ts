import { and, eq, isNull, max, ne, sql } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { MeasureTyped } from './forms.ts';
import { measures, measureValues } from './tables.ts';
import { definitionLabels } from './wording.ts';

export const nextNumber = (tx: Database): number =>
	(tx
		.select({ last: max(measures.number) })
		.from(measures)
		.get()?.last ?? 0) + 1;
export const nextPosition = (tx: Database): number =>
	(tx
		.select({ last: max(measures.position) })
		.from(measures)
		.get()?.last ?? 0) + 10;

/** What its address calls a measure of this name: 'resolved-at-first-contact', with a number where that is taken. */
function keyFor(tx: Transaction, name: string): string {
	const plain =
		name
			.toLowerCase()
			.normalize('NFKD')
			.replaceAll(/[^a-z0-9]+/g, '-')
			.replaceAll(/^[^a-z]+|-+$/g, '')
			.slice(0, 50) || 'measure';
	const isTaken = (key: string) => tx.select({ id: measures.id }).from(measures).where(eq(measures.key, key)).get() !== undefined;
	for (let at = 1; ; at++) {
		const key = at === 1 ? plain : `${plain}-${at}`;
		if (!reserved.includes(key) && !isTaken(key)) return key;
	}
}
/** Addresses beside those of measures. */
const reserved = ['new', 'months', 'imports', 'export', 'savings', 'values'];

function refusedDefinition(tx: Transaction, { name, ownerId }: MeasureTyped, except = ''): Refused | null {
	const same = and(sql`${measures.name} = ${name} collate nocase`, ne(measures.id, except));
	if (tx.select({ id: measures.id }).from(measures).where(same).get())
		return refused('name-taken', `There is already a measure called “${name}”. Give this one another name`, 'name');
	if (
		ownerId &&
		!tx
			.select({ id: people.id })
			.from(people)
			.where(and(eq(people.id, ownerId), isNull(people.deactivatedAt)))
			.get()
	)
		return refused('no-owner', 'Choose somebody who can sign in', 'ownerId');
	return null;
}

const stored = ({ denominator, ownerId, ...rest }: MeasureTyped) => ({
	...rest,
	denominator: denominator || null,
	ownerId: ownerId || null
});

/** Adds a measure of the council's own, last in the list. Gives its key. DOMAIN section 7. */
export function addMeasure(db: Database, person: Person, typed: MeasureTyped): Outcome<{ key: string }> {
	return write(db, (tx) => {
		const refusal = refusedDefinition(tx, typed);
		if (refusal) return refusal;
		const key = keyFor(tx, typed.name);
		const values = { ...stored(typed), key, number: nextNumber(tx), position: nextPosition(tx) };
		const { id } = tx.insert(measures).values(values).returning({ id: measures.id }).get();
		record(tx, person, 'added a measure', { kind: 'measure', id }, changesOf<object>({}, stored(typed)));
		return done({ key });
	});
}

/**
 * Changes what a measure is. With values already entered its unit stays, and so does whether it has a denominator: they would
 * mean something else.
 */
export function changeMeasure(db: Database, person: Person, id: string, typed: MeasureTyped, seen: number): Outcome {
	return write(db, (tx) => {
		const standing = tx.select().from(measures).where(eq(measures.id, id)).get();
		if (!standing) return refused('unknown', 'This measure is not here any more');
		if (standing.version !== seen) return staleSave(tx, { kind: 'measure', id }, standing, stored(typed), definitionLabels);
		const refusal = refusedDefinition(tx, typed, id);
		if (refusal) return refusal;
		const hasValues = tx
			.select({ at: measureValues.period })
			.from(measureValues)
			.where(eq(measureValues.measure, standing.number))
			.limit(1)
			.get();
		if (hasValues && standing.unit !== typed.unit)
			return refused('has-values', 'There are values in the unit as it was, so it stays. Add a new measure and retire this one', 'unit');
		const change = changesOf<object>(standing, stored(typed));
		if (!Object.keys(change).length) return done();
		tx.update(measures)
			.set({ ...stored(typed), version: seen + 1 })
			.where(eq(measures.id, id))
			.run();
		record(tx, person, 'changed a measure', { kind: 'measure', id }, change);
		return done();
	});
}

/** Retires a measure from a day on, or (null) takes it back. Its values stay. */
export function retireMeasure(db: Database, person: Person, id: string, seen: number, on: string | null): Outcome {
	return write(db, (tx) => {
		const standing = tx.select().from(measures).where(eq(measures.id, id)).get();
		if (!standing) return refused('unknown', 'This measure is not here any more');
		if (standing.version !== seen) return refused('changed', 'This measure was changed while you were reading. Look again, then choose.');
		tx.update(measures)
			.set({ retiredOn: on, version: seen + 1 })
			.where(eq(measures.id, id))
			.run();
		record(
			tx,
			person,
			on ? 'retired a measure' : 'took a measure back',
			{ kind: 'measure', id },
			changesOf<object>(standing, { retiredOn: on })
		);
		return done();
	});
}
