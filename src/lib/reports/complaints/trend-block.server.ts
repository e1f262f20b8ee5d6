import { sumsOf, type Of } from '#lib/domain/complaints/figures.server.ts';
import { monthsLater, showMonth } from '#lib/domain/paf/month.ts';
import { drawnXmr } from '#lib/domain/statistics/drawn-xmr.ts';
import { xmr } from '#lib/domain/statistics/xmr.ts';
import type { Database } from '#lib/server/database.ts';
import type { Block, ReportTable } from '../description.ts';
import { number } from './columns.ts';
import type { Months } from './months.ts';

/** Complaints month by month over the two years to a month, as a trend. */
export function trendBlock(db: Database, of: Of, month: Months): Block {
	const from = monthsLater(month.to, -23);
	const counted = new Map<string, number>();
	for (const { period, numerator } of sumsOf(db, 'complaint', of, { ...month, from }))
		counted.set(period, (counted.get(period) ?? 0) + numerator);
	const points = Array.from({ length: 24 }, (_, at) => {
		const period = monthsLater(from, at);
		return { name: showMonth(period), value: counted.get(period) ?? 0 };
	});
	const drawn = drawnXmr('Complaints', points, xmr(points, [0, Infinity]), { scale: [0, null], places: 0 });
	const table: ReportTable = {
		id: 'by-month',
		caption: 'Complaints by month',
		columns: [{ key: 'name', label: 'Month', kind: 'text', width: 20 }, number('value', 'Complaints')],
		rows: points,
		empty: 'No complaint came in.'
	};
	return { kind: 'xmr', xmr: drawn, table, label: 'Complaints by month over two years, with their limits' };
}
