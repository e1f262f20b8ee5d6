import { inArray } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { countsTwice, placesBeside } from './double-counting.ts';
import { showPeriod } from './period.ts';
import { placeFault, tooFewPeople, unitsOf } from './place-faults.server.ts';
import { placesAbove, type Place } from './scope.ts';
import { releasedMonths } from './series.server.ts';
import { measures } from './tables.ts';
import { cellKey, cellsOf, type CellAsked, type Standing } from './value-cells.server.ts';
import { countedFault, periodFault, type ValueFault, type ValueTyped } from './value-faults.ts';
import { showWhole } from './value.ts';
import type { Origin } from './words.ts';

/** What entering one value would do. `stands` is what it would take the place of. */
export type Weighed = { fault: ValueFault | null; what: 'add' | 'change' | 'same'; stands: Standing | null };

export type Entering = { origin: Origin; reason: string };

/** The measures that values speak of, their services and teams, and the months that are released. */
function factsOf(db: Database, values: readonly ValueTyped[]) {
	const ids = (pick: (value: ValueTyped) => string | null) => [...new Set(values.map(pick))].filter((id) => id !== null);
	const measureIds = ids(({ measureId }) => measureId);
	const found = db.select().from(measures).where(inArray(measures.id, measureIds)).all();
	return {
		measures: new Map(found.map((measure) => [measure.id, measure])),
		units: unitsOf(
			db,
			ids(({ teamId }) => teamId)
		),
		released: releasedMonths(db)
	};
}

/**
 * What entering each of these values would do, and what is wrong with those that cannot be entered. Reads only, in a few
 * queries however many there are; what stands earlier in the list counts as entered for what comes later.
 * @param person null where the program works values out itself
 */
export function weigh(
	db: Database,
	person: Person | null,
	{ origin, reason }: Entering,
	values: readonly ValueTyped[],
	today: string
): Weighed[] {
	const facts = factsOf(db, values);
	const asked = new Map<string, CellAsked>();
	const placed = values.map((value) => {
		const { serviceId, teamId, channel, period } = value;
		const measure = facts.measures.get(value.measureId);
		const place: Place = { serviceId, teamId, channel };
		const cellAt = (one: Place): CellAsked => ({ measure: measure?.number ?? 0, place: one, period });
		const key = (one: Place) => cellKey(cellAt(one));
		if (measure) for (const one of [place, ...placesBeside(place)]) asked.set(key(one), cellAt(one));
		return { value, measure, place, key };
	});
	const cells = cellsOf(db, asked);
	const seenHere = new Set<string>();
	return placed.map(({ value, measure, place, key }) => {
		const fault = (field: ValueFault['field'], text: string): Weighed => ({ fault: { field, text }, what: 'same', stands: null });
		if (!measure) return fault('measure', 'There is no such measure');
		if (measure.retiredOn && measure.retiredOn <= `${value.period}-01`)
			return fault('measure', `“${measure.name}” is retired and takes no more values`);
		if (person && !can(person, 'enter values', { serviceId: value.serviceId }))
			return fault(
				'place',
				value.serviceId ? 'You enter values for your own services only' : 'Only a programme lead enters values for the whole council'
			);
		const wrongPeriod = periodFault(value.period, measure.frequency, today);
		if (wrongPeriod) return fault('period', wrongPeriod);
		const wrongPlace = placeFault(value, facts.units);
		if (wrongPlace) return fault(wrongPlace.field, wrongPlace.text);
		const mine = key(place);
		if (seenHere.has(mine)) return fault('place', 'This value comes twice: the same measure, month, service, team and channel');
		seenHere.add(mine);
		const cell = cells.get(mine)!;
		const { numerator, denominator } = value;
		if (numerator !== null) {
			const wrong = countedFault(measure, { numerator, denominator });
			if (wrong) return { fault: wrong, what: 'same', stands: cell.value };
		}
		const stands = cell.value;
		const isSame = numerator === null ? !stands : stands?.numerator === numerator && stands.denominator === denominator;
		if (isSame) return { fault: null, what: 'same', stands };
		const isReleased = facts.released.has(value.period);
		// what was typed or brought in by somebody stays: the program takes the place of its own only, and after the release with a reason
		if (origin === 'computed' && ((stands && stands.origin !== 'computed') || (isReleased && !reason)))
			return { fault: null, what: 'same', stands };
		if (value.seen !== undefined && value.seen !== (stands?.entry ?? 0))
			return fault(
				'numerator',
				stands
					? `Somebody entered ${showWhole(measure.unit, stands)} since you looked. Look at it, then save again`
					: 'Somebody took this value away since you looked. Look at it, then save again'
			);
		if (!stands && numerator !== null) {
			const few = tooFewPeople(value, facts.units);
			if (few) return fault(few.field, few.text);
			const double = countsTwice(place, (one) => {
				const { value: own, below } = cells.get(key(one))!;
				return { isOwn: own !== null, below };
			});
			if (double) return fault('place', double);
		}
		if (isReleased && !(value.reason || reason))
			return fault('reason', `${showPeriod(value.period)} is released. Enter the reason for the correction`);
		// what comes later in the list finds this one entered
		const step = (numerator === null ? 0 : 1) - (stands ? 1 : 0);
		cell.value = numerator === null ? null : { numerator, denominator, entry: -1, origin };
		for (const one of placesAbove(place)) cells.get(key(one))!.below += step;
		return { fault: null, what: stands ? 'change' : 'add', stands };
	});
}
