import { sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record, type Change } from '#lib/domain/audit/recording.server.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { weigh, type Entering, type Weighed } from './checking-values.server.ts';
import { showPeriod } from './period.ts';
import { allPlaces, keepPlace } from './places.server.ts';
import { placesAbove, type Place } from './scope.ts';
import { addToSums, type Delta } from './sums.server.ts';
import { measureEntries, measures, measureValues } from './tables.ts';
import type { ValueTyped } from './value-faults.ts';
import { showCounted, showWhole } from './value.ts';

/** How many values were new, took the place of another, or stood already as they are. */
export type Entered = { added: number; changed: number; same: number };

/** So many values are told one by one in the audit trail; of more it says how many, and the rows themselves are kept. */
const mostTold = 40;

/**
 * Enters values, all of them or none: typed, imported and computed alike. A value that differs from the one that stands
 * supersedes it; the old one is kept. Refused with the first fault found, which names its field as 'field:index'. Sums are
 * kept in the same transaction. DOMAIN sections 7 and 8.
 * @param person whose rights count; null where the program works values out itself
 * @param by who is named as having entered them, where that is somebody else: who asked the program to work them out
 */
export function enterValues(
	db: Database,
	person: Person | null,
	how: Entering,
	values: readonly ValueTyped[],
	today: string,
	by: Person | null = person
): Outcome<Entered> {
	return write(db, (tx) => {
		const weighed = weigh(tx, person, how, values, today);
		const at = weighed.findIndex(({ fault }) => fault);
		const fault = weighed[at]?.fault;
		if (fault) return refused('value-refused', fault.text, `${fault.field}:${at}`);
		const changing = values.map((value, i) => ({ value, ...(weighed[i] as Weighed) })).filter(({ what }) => what !== 'same');
		const entered = {
			added: changing.filter(({ what }) => what === 'add').length,
			changed: changing.filter(({ what }) => what === 'change').length,
			same: values.length - changing.length
		};
		if (!changing.length) return done(entered);
		// values with a reason of their own are entries of their own
		const reasonOf = ({ value }: Changing) => value.reason || how.reason;
		for (const reason of new Set(changing.map(reasonOf)))
			keep(
				tx,
				by,
				{ origin: how.origin, reason },
				changing.filter((one) => reasonOf(one) === reason)
			);
		return done(entered);
	});
}

type Changing = { value: ValueTyped } & Weighed;

function keep(tx: Transaction, person: Person | null, { origin, reason }: Entering, changing: Changing[]): void {
	const entry = tx
		.insert(measureEntries)
		.values({ origin, personId: person?.id ?? null, at: now(), reason })
		.returning({ id: measureEntries.id })
		.get().id;
	const known = allPlaces(tx);
	const numbers = new Map(
		tx
			.select({ id: measures.id, number: measures.number })
			.from(measures)
			.all()
			.map(({ id, number }) => [id, number])
	);
	const deltas = new Map<string, Delta>();
	const rows: (typeof measureValues.$inferInsert)[] = [];
	const ended: [number, number, string, number][] = [];
	for (const { value, stands } of changing) {
		const { serviceId, teamId, channel, period, numerator, denominator } = value;
		const here: Place = { serviceId, teamId, channel };
		const measure = numbers.get(value.measureId)!;
		const place = keepPlace(tx, known, here);
		if (stands) ended.push([measure, place, period, stands.entry]);
		if (numerator !== null) rows.push({ measure, place, period, entry, numerator, denominator });
		const by = {
			n: (numerator === null ? 0 : 1) - (stands ? 1 : 0),
			numerator: (numerator ?? 0) - (stands?.numerator ?? 0),
			denominator: (numerator === null ? 0 : (denominator ?? 0)) - (stands?.denominator ?? 0)
		};
		for (const wider of placesAbove(here)) {
			const whole = keepPlace(tx, known, wider);
			const key = `${measure}|${whole}|${period}`;
			const sum = deltas.get(key) ?? { measure, place: whole, period, n: 0, numerator: 0, denominator: 0 };
			deltas.set(key, { ...sum, n: sum.n + by.n, numerator: sum.numerator + by.numerator, denominator: sum.denominator + by.denominator });
		}
	}
	if (ended.length)
		tx.run(sql`update measure_value set superseded_in = ${entry} from json_each(${JSON.stringify(ended)}) j
			where measure = j.value ->> 0 and place = j.value ->> 1 and period = j.value ->> 2 and entry = j.value ->> 3`);
	if (rows.length)
		tx.run(sql`insert into measure_value (measure, place, period, entry, numerator, denominator)
			select value ->> 0, value ->> 1, value ->> 2, ${entry}, value ->> 3, value ->> 4
			from json_each(${JSON.stringify(rows.map(({ measure, place, period, numerator, denominator }) => [measure, place, period, numerator, denominator]))})`);
	addToSums(tx, deltas.values());
	record(
		tx,
		person,
		whatWasDone(origin, changing.length),
		{ kind: 'values of measures', id: String(entry) },
		changeOf(tx, changing, reason)
	);
}

const whatWasDone = (origin: Entering['origin'], n: number) => {
	const values = n === 1 ? 'a value' : `${n.toLocaleString('en-GB')} values`;
	return {
		typed: `entered ${values} of measures`,
		imported: `brought in ${values} of measures`,
		computed: `worked out ${values} of measures`
	}[origin];
};

/** The values from what to what, in words; of many only how many. */
function changeOf(tx: Transaction, changing: Changing[], reason: string): Change {
	const why: Change = reason ? { reason: { from: null, to: reason } } : {};
	if (changing.length > mostTold) return { ...why, values: { from: null, to: changing.length } };
	const shown = new Map(
		tx
			.select()
			.from(measures)
			.all()
			.map((measure) => [measure.id, measure])
	);
	const named = (rows: { id: string; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]));
	const names = {
		services: named(tx.select({ id: services.id, name: services.name }).from(services).all()),
		teams: named(tx.select({ id: teams.id, name: teams.name }).from(teams).all())
	};
	const lines = changing.map(({ value, stands }): [string, { from: unknown; to: unknown }] => {
		const { name, unit } = shown.get(value.measureId)!;
		const say = (counted: { numerator: number | null; denominator: number | null } | null) =>
			counted === null || counted.numerator === null
				? null
				: showCounted(unit, { ...counted, numerator: counted.numerator }) || showWhole(unit, { ...counted, numerator: counted.numerator });
		const { serviceId, teamId, channel } = value;
		const where =
			[names.teams.get(teamId ?? ''), names.services.get(serviceId ?? ''), channel].filter(Boolean).join(', ') || 'whole council';
		return [`${name}, ${showPeriod(value.period)}, ${where}`, { from: say(stands), to: say(value) }];
	});
	return { ...why, ...Object.fromEntries(lines) };
}
