import type { Figure } from '#lib/charts/figure.ts';
import { mostDots } from '#lib/charts/dots-chart.ts';
import type { SummaryMean } from '#lib/domain/paf-summaries/summary.ts';
import type { Block, ReportTable } from '../description.ts';

const columns = [
	{ key: 'mean', label: 'Mean', kind: 'number', decimals: 2 },
	{ key: 'low', label: 'From', kind: 'number', decimals: 2 },
	{ key: 'high', label: 'To', kind: 'number', decimals: 2 },
	{ key: 'n', label: 'Scores', kind: 'number' },
	{ key: 'people', label: 'People', kind: 'number' }
] as const;

/** Whole tens that hold all values, of 0 to 100: what lies close together is told apart. */
const tensAround = (values: readonly number[]): [number, number] => [
	Math.max(0, Math.floor(Math.min(...values) / 10) * 10),
	Math.min(100, Math.ceil(Math.max(...values) / 10) * 10)
];

/** Means with their intervals, drawn where there are two or more of them and not too many, always as a table. */
export function means(id: string, caption: string, first: string, rows: readonly SummaryMean[], empty: string): Block {
	const table: ReportTable = {
		id,
		caption,
		columns: [{ key: 'name', label: first, kind: 'text', share: 2 }, ...columns],
		rows: rows.map(({ name, interval, n, people }) => ({
			name,
			mean: interval?.mean ?? null,
			low: interval?.low ?? null,
			high: interval?.high ?? null,
			n,
			people
		})),
		empty
	};
	const known = rows.filter(({ interval }) => interval);
	if (known.length < 2 || known.length > mostDots) return { kind: 'table', table };
	const figure: Figure = {
		of: 'dots',
		name: 'Mean quality with its 95% interval',
		beside: null,
		rows: known.map(({ name, interval }) => ({
			name,
			value: interval?.mean ?? null,
			low: interval?.low ?? null,
			high: interval?.high ?? null,
			beside: null
		})),
		scale: tensAround(known.flatMap(({ interval }) => (interval ? [interval.low, interval.high] : []))),
		middle: null
	};
	return { kind: 'figure', figure, table, label: `${caption}, with their intervals` };
}
