import type { ChartConfiguration } from 'chart.js';
import { frame, legend, ticks } from './chart-frame.ts';
import { control, paper, rule, teal900 } from './chart-ink.ts';

/** How many services hold each award, at baseline and now. */
export interface AwardCounts {
	awards: { name: string; baseline: number; now: number }[];
}

/** Awards now against baseline, as bars: now is filled, baseline is an outline. */
export function awardsChart(table: AwardCounts): ChartConfiguration<'bar', number[], string> {
	const bars = { borderWidth: 1.5, borderSkipped: false, barPercentage: 0.9, categoryPercentage: 0.7, pointStyle: 'rect' as const };
	return {
		type: 'bar',
		data: {
			labels: table.awards.map((award) => award.name),
			datasets: [
				{ ...bars, label: 'Now', data: table.awards.map((award) => award.now), backgroundColor: teal900, borderColor: teal900 },
				{ ...bars, label: 'Baseline', data: table.awards.map((award) => award.baseline), backgroundColor: paper, borderColor: control }
			]
		},
		options: {
			...frame,
			indexAxis: 'y',
			plugins: { legend: { ...legend, labels: { ...legend.labels, pointStyleWidth: 14, boxHeight: 10 } } },
			scales: {
				x: { beginAtZero: true, ticks: { ...ticks, precision: 0 }, grid: { color: rule }, border: { display: false } },
				y: { ticks, grid: { display: false }, border: { color: control } }
			}
		}
	};
}
