import { sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import type { Channel } from '../journeys/channels.ts';
import { weigh } from './checking-values.server.ts';
import { computeOf } from './computations.server.ts';
import { enterValues, type Entered } from './entering.server.ts';
import { allMeasures, type Measure } from './finding.server.ts';
import { addPeriods, lastEnded } from './period.ts';
import { placeKey } from './scope.ts';
import type { ValueTyped } from './value-faults.ts';

/** Months that are looked at again when somebody asks; so that what came in late counts. */
const monthsWorkedOut = 12;
/** Months the program looks at by itself, once a day. */
const monthsByItself = 3;

type Place = { serviceId: string | null; teamId: string | null; channel: Channel | null };
type Standing = Place & { period: string };

/** The values of a measure that were worked out before, in some months: those that no longer come out are taken away. */
const workedOutBefore = (db: Database, measure: number, from: string, to: string) =>
	rowsOf<Standing>(
		db,
		sql`select p.service_id as serviceId, p.team_id as teamId, p.channel, v.period from measure_place p
			cross join measure_value v on v.measure = ${measure} and v.place = p.id and v.period >= ${from} and v.period <= ${to} and v.superseded_in is null
			join measure_entry e on e.id = v.entry where e.origin = 'computed'`
	);

/** What comes out for a measure in some months, and before it, without numbers, what was worked out earlier and no longer does. */
export function workedOutNow(db: Database, measure: Measure, months: { from: string; to: string; today: string }): ValueTyped[] {
	if (!measure.computation) return [];
	const computed = computeOf[measure.computation](db, months).map((value): ValueTyped => ({
		...value,
		measureId: measure.id,
		teamId: null
	}));
	const key = (value: Standing) => `${value.period}|${placeKey(value)}`;
	const comesOut = new Set(computed.map(key));
	const gone = workedOutBefore(db, measure.number, months.from, months.to).filter((value) => !comesOut.has(key(value)));
	// taken away first: what stood for the council must not hinder what now stands for services
	return [...gone.map((value) => ({ ...value, measureId: measure.id, numerator: null, denominator: null })), ...computed];
}

/**
 * Works out the values of all measures that rest on what the workbench holds, for the months that have ended, and enters those
 * that differ from what stands: they supersede what was worked out before and nothing else. What somebody typed or brought in
 * stays, as does a released month; what would count twice beside it is left out. Gives how many are new, changed or the same.
 * @param person null where the program does it by itself
 */
export function workOut(db: Database, person: Person | null, today: string, months = monthsWorkedOut): Outcome<Entered & { left: number }> {
	const to = lastEnded(today);
	const from = addPeriods(to, 1 - months);
	return write(db, (tx) => {
		const values = allMeasures(tx)
			.filter(({ computation, retiredOn }) => computation && !retiredOn)
			.flatMap((measure) => workedOutNow(tx, measure, { from, to, today }));
		const how = { origin: 'computed' as const, reason: '' };
		const weighed = weigh(tx, null, how, values, today);
		const fitting = values.filter((_, at) => !weighed[at]?.fault);
		const outcome = enterValues(tx, null, how, fitting, today, person);
		return outcome.ok
			? done({ added: outcome.added, changed: outcome.changed, same: outcome.same, left: values.length - fitting.length })
			: outcome;
	});
}

/** Once a day, the first time housekeeping comes by: works the last months out. Gives whether it did. */
export function workOutOnceADay(db: Database, now: number): boolean {
	const today = dayOf(now);
	if (lastDone.get(db.$client) === today) return false;
	lastDone.set(db.$client, today);
	return workOut(db, null, today, monthsByItself).ok;
}
const lastDone = new WeakMap<object, string>();
