import { inArray, sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import { showPeriod } from './period.ts';
import { allPlaces } from './places.server.ts';
import { placeKey, placesAbove, type Place } from './scope.ts';
import { measureReleases, measures } from './tables.ts';
import { countedFault, periodFault, type ValueFault, type ValueTyped } from './value-faults.ts';
import { showWhole } from './value.ts';
import type { Origin } from './words.ts';

/** What stands in a cell: the value that counts, or how many values below it are summed there. */
export type Standing = { numerator: number; denominator: number | null; entry: number; origin: Origin };
type Cell = { value: Standing | null; below: number };

/** What entering one value would do. `stands` is what it would take the place of. */
export type Weighed = { fault: ValueFault | null; what: 'add' | 'change' | 'same'; stands: Standing | null };

export type Entering = { origin: Origin; reason: string };

const cellKey = (measure: number, place: Place, period: string) => `${measure}|${period}|${placeKey(place)}`;

/** What is in the cells asked for, in one query. */
function cellsOf(db: Database, asked: Map<string, { measure: number; place: Place; period: string }>): Map<string, Cell> {
	const known = allPlaces(db);
	const list = [...asked].flatMap(([key, { measure, place, period }]) => {
		const number = known.get(placeKey(place));
		return number === undefined ? [] : [[key, measure, number, period]];
	});
	const rows = rowsOf<{
		key: string;
		numerator: number | null;
		denominator: number | null;
		entry: number;
		origin: Origin;
		below: number | null;
	}>(
		db,
		sql`select j.value ->> 0 as key, v.numerator, v.denominator, v.entry, e.origin, s.n as below
			from json_each(${JSON.stringify(list)}) j
			left join measure_value v on v.measure = j.value ->> 1 and v.place = j.value ->> 2 and v.period = j.value ->> 3 and v.superseded_in is null
			left join measure_entry e on e.id = v.entry
			left join measure_sum s on s.measure = j.value ->> 1 and s.place = j.value ->> 2 and s.period = j.value ->> 3`
	);
	return new Map(
		rows.map(({ key, numerator, denominator, entry, origin, below }) => [
			key,
			{ value: numerator === null ? null : { numerator, denominator, entry, origin }, below: below ?? 0 }
		])
	);
}

const empty = (): Cell => ({ value: null, below: 0 });

/** The names and the closing of services and teams, and the measures, that values speak of. */
function factsOf(db: Database, values: readonly ValueTyped[]) {
	const ids = (pick: (value: ValueTyped) => string | null) => [...new Set(values.map(pick))].filter((id) => id !== null);
	const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));
	return {
		measures: byId(
			db
				.select()
				.from(measures)
				.where(
					inArray(
						measures.id,
						ids(({ measureId }) => measureId)
					)
				)
				.all()
		),
		services: byId(db.select({ id: services.id, name: services.name, closedOn: services.closedOn }).from(services).all()),
		teams: byId(db.select({ id: teams.id, name: teams.name, serviceId: teams.serviceId, closedOn: teams.closedOn }).from(teams).all()),
		released: new Set(
			db
				.select({ period: measureReleases.period })
				.from(measureReleases)
				.all()
				.map(({ period }) => period)
		)
	};
}
type Facts = ReturnType<typeof factsOf>;

function placeFault({ serviceId, teamId, period }: ValueTyped, facts: Facts): string | null {
	const service = serviceId === null ? null : facts.services.get(serviceId);
	const team = teamId === null ? null : facts.teams.get(teamId);
	if (service === undefined) return 'There is no such service';
	if (team === undefined || (team && team.serviceId !== serviceId)) return 'There is no such team of this service';
	for (const unit of [service, team])
		if (unit?.closedOn && unit.closedOn <= `${period}-01`)
			return `${unit.name} was closed before ${showPeriod(period)} began, so it has no value then`;
	return null;
}

/** In words what already counts the same contacts, so that entering both would count them twice. */
function twice(place: Place, above: Place[], cells: Map<string, Cell>, key: (place: Place) => string): string | null {
	const wider = above.find((one) => cells.get(key(one))?.value);
	const what = (one: Place) =>
		`${one.teamId ? 'the team' : one.serviceId ? 'the service' : 'the whole council'}${one.channel ? ` by ${one.channel}` : ' over all channels'}`;
	if (wider)
		return `There is a value for ${what(wider)} in this month already. With this one beside it the same would count twice. Take that one away first`;
	if (cells.get(key(place))?.below)
		return `There are values for parts of ${what(place)} in this month already. With this one beside them the same would count twice. Leave it out: the total is worked out`;
	return null;
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
	const asked = new Map<string, { measure: number; place: Place; period: string }>();
	const placed = values.map((value) => {
		const measure = facts.measures.get(value.measureId);
		const place: Place = { serviceId: value.serviceId, teamId: value.teamId, channel: value.channel };
		const above = placesAbove(place);
		const key = (one: Place) => cellKey(measure?.number ?? 0, one, value.period);
		if (measure) for (const one of [place, ...above]) asked.set(key(one), { measure: measure.number, place: one, period: value.period });
		return { value, measure, place, above, key };
	});
	const cells = cellsOf(db, asked);
	const cellAt = (key: string): Cell => {
		let cell = cells.get(key);
		if (!cell) cells.set(key, (cell = empty()));
		return cell;
	};
	const seenHere = new Set<string>();
	return placed.map(({ value, measure, place, above, key }) => {
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
		const wrongPlace = placeFault(value, facts);
		if (wrongPlace) return fault('place', wrongPlace);
		const mine = key(place);
		if (seenHere.has(mine)) return fault('place', 'This value comes twice: the same measure, month, service, team and channel');
		seenHere.add(mine);
		const cell = cellAt(mine);
		const { numerator, denominator } = value;
		if (numerator !== null) {
			const wrong = countedFault(measure, { numerator, denominator });
			if (wrong) return { fault: wrong, what: 'same', stands: cell.value };
		}
		const stands = cell.value;
		const isSame = numerator === null ? !stands : stands?.numerator === numerator && stands.denominator === denominator;
		if (isSame) return { fault: null, what: 'same', stands };
		// what was typed or brought in by somebody stays: the program takes the place of its own only
		if (origin === 'computed' && ((stands && stands.origin !== 'computed') || facts.released.has(value.period)))
			return { fault: null, what: 'same', stands };
		if (value.seen !== undefined && value.seen !== (stands?.entry ?? 0))
			return fault(
				'numerator',
				stands
					? `Somebody entered ${showWhole(measure.unit, stands)} since you looked. Look at it, then save again`
					: 'Somebody took this value away since you looked. Look at it, then save again'
			);
		if (!stands && numerator !== null) {
			const double = twice(place, above, cells, key);
			if (double) return fault('place', double);
		}
		if (facts.released.has(value.period) && !(value.reason || reason))
			return fault('reason', `${showPeriod(value.period)} is released. Enter the reason for the correction`);
		// what comes later in the list finds this one entered
		const step = (numerator === null ? 0 : 1) - (stands ? 1 : 0);
		cell.value = numerator === null ? null : { numerator, denominator, entry: -1, origin };
		for (const one of above) cellAt(key(one)).below += step;
		return { fault: null, what: stands ? 'change' : 'add', stands };
	});
}
