import type { Database } from '#lib/server/database.ts';
import { allMeasures } from './finding.server.ts';
import { addPeriods, lastEnded, periodsFrom, showPeriod } from './period.ts';
import { releasedMonths, rowsAt } from './series.server.ts';

export type MonthListed = { period: string; name: string; measures: number; of: number; released: boolean };

/** The months that have ended, the latest first, each with how many measures have a value for the council in it, and whether it is released. */
export function monthsListed(db: Database, releasedOnly: boolean, many: number, today: string): MonthListed[] {
	const last = lastEnded(today);
	const from = addPeriods(last, 1 - many);
	const measures = allMeasures(db).filter(({ retiredOn }) => !retiredOn);
	const counts = new Map<string, number>();
	for (const { period } of rowsAt(
		db,
		measures.map(({ number }) => ({ measure: number, from })),
		{}
	))
		counts.set(period, (counts.get(period) ?? 0) + 1);
	const released = releasedMonths(db);
	return periodsFrom(from, last)
		.reverse()
		.map((period) => ({
			period,
			name: showPeriod(period),
			measures: counts.get(period) ?? 0,
			of: measures.length,
			released: released.has(period)
		}))
		.filter((month) => !releasedOnly || month.released);
}
