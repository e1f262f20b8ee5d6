import { sql } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import { allPlaces } from './places.server.ts';
import { placeKey, type Place } from './scope.ts';
import type { Origin } from './words.ts';

/** The value that counts in a cell, and the entry it came with. */
export type Standing = { numerator: number; denominator: number | null; entry: number; origin: Origin };
/** What stands in a cell: its own value, or how many values of places below are summed there. */
export type Cell = { value: Standing | null; below: number };
/** A measure, by its number, at a place in a month. */
export type CellAsked = { measure: number; place: Place; period: string };

export const cellKey = ({ measure, place, period }: CellAsked): string => `${measure}|${period}|${placeKey(place)}`;

/** What is in these cells, by `cellKey`, in one query; an empty one for each that has nothing. */
export function cellsOf(db: Database, asked: ReadonlyMap<string, CellAsked>): Map<string, Cell> {
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
	const cells = new Map<string, Cell>([...asked.keys()].map((key) => [key, { value: null, below: 0 }]));
	for (const { key, numerator, denominator, entry, origin, below } of rows)
		cells.set(key, { value: numerator === null ? null : { numerator, denominator, entry, origin }, below: below ?? 0 });
	return cells;
}
