import { sql } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import { addPeriods, showPeriod } from './period.ts';
import { placeNumber } from './places.server.ts';
import { placeIn, type Scope } from './scope.ts';
import { measureById, type Measure } from './finding.server.ts';
import { valueOf } from './value.ts';

/** A value of a period: `name` is what people read. `n` is how many values it is the sum of, 1 for one of its own. */
export type Point = { period: string; name: string; numerator: number; denominator: number | null; value: number; n: number };

type Row = { measure: number; period: string; numerator: number; denominator: number | null; n: number };

/**
 * The values of many measures at one place, each from its own month on, in the order of time: what was entered for the
 * place itself, or the sum of what stands below it. One query, which reads one stretch of each table for a measure.
 */
export function rowsAt(db: Database, wanted: { measure: number; from: string }[], scope: Scope, releasedOnly = false): Row[] {
	const place = placeNumber(db, placeIn(scope));
	if (place === null || !wanted.length) return [];
	const list = JSON.stringify(wanted.map(({ measure, from }) => [measure, from]));
	const rows = rowsOf<Row>(
		db,
		sql`select v.measure, v.period, v.numerator, v.denominator, 1 as n from json_each(${list}) j
			cross join measure_value v on v.measure = j.value ->> 0 and v.place = ${place} and v.period >= j.value ->> 1 and v.superseded_in is null
		union all
		select s.measure, s.period, s.numerator, nullif(s.denominator, 0), s.n from json_each(${list}) j
			cross join measure_sum s on s.measure = j.value ->> 0 and s.place = ${place} and s.period >= j.value ->> 1
		order by 1, 2`
	);
	if (!releasedOnly) return rows;
	const released = releasedMonths(db);
	return rows.filter(({ period }) => released.has(period));
}

/** The months that are released. */
export const releasedMonths = (db: Database): Set<string> =>
	new Set(rowsOf<{ period: string }>(db, sql`select period from measure_release`).map(({ period }) => period));

/** A row as a point of a measure's series. */
export const pointOf = (
	measure: Pick<Measure, 'unit' | 'frequency'>,
	{ period, numerator, denominator, n }: Omit<Row, 'measure'>
): Point => ({
	period,
	name: showPeriod(period, measure.frequency),
	numerator,
	denominator,
	value: valueOf(measure.unit, { numerator, denominator }),
	n
});

/**
 * The values of a measure for the council, a service or a team, over all channels or by one, in the order of time.
 * @param months how far back from `today`'s month
 * @param scope with `releasedOnly` for who reads released months alone (a viewer)
 */
export function seriesOf(
	db: Database,
	measureId: string,
	scope: Scope & { releasedOnly?: boolean },
	months: number,
	today: string
): Point[] {
	const measure = measureById(db, measureId);
	if (!measure) return [];
	const from = addPeriods(today.slice(0, 7), -months);
	return rowsAt(db, [{ measure: measure.number, from }], scope, scope.releasedOnly).map((row) => pointOf(measure, row));
}
