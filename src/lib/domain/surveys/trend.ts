import type { XmrTable } from '#lib/charts/xmr-chart.ts';
import { showMonth } from '../paf/month.ts';
import { drawnXmr } from '../statistics/drawn-xmr.ts';
import { xmr } from '../statistics/xmr.ts';
import type { ShareInterval } from '../statistics/wilson.ts';

/**
 * Satisfaction overall month by month as a trend, in per cent, against the benchmark: the months in a row, without a hole, up to the
 * last one that may be shown. DOMAIN section 7.
 * @param months the latest first, as `satisfactionByMonth` gives them; months that are not over yet left out
 */
export function satisfactionTrend(months: readonly { month: string; share: ShareInterval | null }[], benchmark: number): XmrTable | null {
	const start = months.findIndex(({ share }) => share);
	if (start < 0) return null;
	const rest = months.slice(start);
	const hole = rest.findIndex(({ share }) => !share);
	const run = (hole < 0 ? rest : rest.slice(0, hole)).toReversed();
	const points = run.map(({ month, share }) => ({ name: showMonth(month), value: (share?.share ?? 0) * 100 }));
	return drawnXmr('Satisfied overall, %', points, xmr(points, [0, 100]), { target: benchmark, scale: [0, 100] });
}
