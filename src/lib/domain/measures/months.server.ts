import type { Database } from '#lib/server/database.ts';
import { pageSize } from '#lib/server/paging.ts';
import type { MonthFilters } from './month-filters.ts';
import { allMeasures } from './finding.server.ts';
import { addPeriods, lastEnded, periodsFrom, showPeriod } from './period.ts';
import { releasedMonths, rowsAt } from './series.server.ts';

export type MonthListed = { period: string; name: string; measures: number; of: number; released: boolean };

/** So far back months are listed: ten years. */
export const mostMonths = 120;

/**
 * The months that have ended, ten years of them at most, each with how many measures have a value for the council in it and
 * whether it is released; narrowed and sorted. What lies before the first value and the first release is left out.
 */
export function everyMonth(db: Database, releasedOnly: boolean, filters: MonthFilters, today: string): MonthListed[] {
	const last = lastEnded(today);
	const from = addPeriods(last, 1 - mostMonths);
	const measures = allMeasures(db).filter(({ retiredOn }) => !retiredOn);
	const counts = new Map<string, number>();
	for (const { period } of rowsAt(
		db,
		measures.map(({ number }) => ({ measure: number, from })),
		{}
	))
		counts.set(period, (counts.get(period) ?? 0) + 1);
	const released = releasedMonths(db);
	// a council that has no value yet still types its last two years
	const first = [...counts.keys(), ...released, addPeriods(last, -23)].sort()[0]!;
	const rows = periodsFrom(first < from ? from : first, last)
		.map((period) => ({
			period,
			name: showPeriod(period),
			measures: counts.get(period) ?? 0,
			of: measures.length,
			released: released.has(period)
		}))
		.filter((month) => month.released || !releasedOnly)
		.filter((month) => !filters.released || month.released === (filters.released === 'yes'))
		.filter(({ period }) => !filters.year || period.startsWith(filters.year));
	const order = (a: MonthListed, b: MonthListed) =>
		(filters.sort === 'measures' ? a.measures - b.measures : 0) || a.period.localeCompare(b.period);
	rows.sort(order);
	return filters.order === 'descending' ? rows.reverse() : rows;
}

/** A page of the months: fifty from a place on, with how many there are and how many of all wait for their release. */
export function monthsListed(db: Database, releasedOnly: boolean, filters: MonthFilters, from: number, today: string) {
	const all = everyMonth(db, releasedOnly, filters, today);
	const start = from > 0 && from < all.length ? from : 0;
	return {
		months: all.slice(start, start + pageSize),
		count: all.length,
		previous: start > 0 ? Math.max(0, start - pageSize) : null,
		next: start + pageSize < all.length ? start + pageSize : null,
		waiting: all.filter(({ released }) => !released).length
	};
}

/** The months as a table to take away, as they are narrowed and sorted. */
export const monthsTable = (db: Database, releasedOnly: boolean, filters: MonthFilters, today: string) => ({
	name: 'Months of measures',
	columns: [
		{ key: 'period', label: 'Month', kind: 'text' },
		{ key: 'measures', label: 'Measures with a value', kind: 'number' },
		{ key: 'of', label: 'Measures', kind: 'number' },
		{ key: 'released', label: 'Released', kind: 'text' }
	] as const,
	rows: everyMonth(db, releasedOnly, filters, today).map(({ released, ...month }) => ({ ...month, released: released ? 'yes' : 'no' }))
});
