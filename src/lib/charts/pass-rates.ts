import type { ChartConfiguration } from 'chart.js';
import { frame, legend, ticks } from './chart-frame.ts';
import { control, paper, rule, teal900 } from './chart-ink.ts';

/** Shares that passed, 0 to 100 %, now and the time before; null where there is none to compare. */
export interface PassRates {
	rows: { name: string; now: number; before: number | null }[];
}

/** Pass rates as bars: now is filled, the time before is an outline. The table beside it has counts and intervals. */
export function passRatesChart(table: PassRates): ChartConfiguration<'bar', (number | null)[], string> {
	const bars = { borderWidth: 1.5, borderSkipped: false, barPercentage: 0.9, categoryPercentage: 0.7, pointStyle: 'rect' as const };
	const before = table.rows.some((row) => row.before !== null);
	return {
		type: 'bar',
		data: {
			labels: table.rows.map(({ name }) => name),
			datasets: [
				{ ...bars, label: 'This wave', data: table.rows.map(({ now }) => now), backgroundColor: teal900, borderColor: teal900 },
				...(before
					? [{ ...bars, label: 'The last', data: table.rows.map((row) => row.before), backgroundColor: paper, borderColor: control }]
					: [])
			]
		},
		options: {
			...frame,
			indexAxis: 'y',
			plugins: { legend: { ...legend, display: before } },
			scales: {
				x: { min: 0, max: 100, ticks: { ...ticks, stepSize: 25 }, grid: { color: rule }, border: { display: false } },
				y: { ticks, grid: { display: false }, border: { color: control } }
			}
		}
	};
}
