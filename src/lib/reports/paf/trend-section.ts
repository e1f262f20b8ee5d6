import type { PafSummary } from '#lib/domain/paf-summaries/summary.ts';
import { explainXmr } from '#lib/domain/statistics/assurance.ts';
import { drawnXmr } from '#lib/domain/statistics/drawn-xmr.ts';
import type { ReportTable, Section } from '../description.ts';
import { steps } from './steps.ts';

/** The mean month by month as an XmR chart, its signals in words. */
export function trendSection({ trend, points }: PafSummary): Section {
	const signals = trend?.signals.length ?? 0;
	const table: ReportTable = {
		id: 'mean-by-month',
		caption: 'Mean quality month by month',
		columns: [
			{ key: 'month', label: 'Month', kind: 'text' },
			{ key: 'value', label: 'Mean', kind: 'number', decimals: 2 },
			{ key: 'centre', label: 'Centre', kind: 'number', decimals: 2 },
			{ key: 'lower', label: 'Lower limit', kind: 'number', decimals: 2 },
			{ key: 'upper', label: 'Upper limit', kind: 'number', decimals: 2 },
			{ key: 'signal', label: 'Signal', kind: 'text', share: 2 }
		],
		rows: points.map(({ name: month, value }, at) => ({
			month,
			value,
			centre: trend?.centre ?? null,
			lower: trend?.lower ?? null,
			upper: trend?.upper ?? null,
			signal: trend?.signals.flatMap(({ kind, points: own }, n) => (own.includes(at) ? [`${n + 1}: ${kind}`] : [])).join(', ') ?? ''
		})),
		empty: 'No month can be shown yet.'
	};
	const label = 'Mean quality month by month, with its centre and limits; the table says the same';
	return {
		id: 'trend',
		title: !trend
			? 'Trend: too few months for limits'
			: signals
				? `Trend: ${signals} ${signals === 1 ? 'signal' : 'signals'}`
				: 'Trend: no signal',
		blocks: [
			points.length < 2
				? { kind: 'table', table }
				: { kind: 'xmr', xmr: drawnXmr('Mean quality', points, trend, { scale: [0, 100] }), label, table },
			steps('How the limits and signals are worked out', explainXmr(trend), 'An XmR chart (NHS England, Making Data Count).')
		]
	};
}
