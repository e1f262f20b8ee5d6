import type { ChartConfiguration } from 'chart.js';
import { frame, legend, ticks } from './chart-frame.ts';
import { control, rule, teal900 } from './chart-ink.ts';
import { inLines } from './in-lines.ts';

/** Shares of a whole in percent, one a line, in the order of the table beside. */
export interface SharesTable {
	/** What they are shares of: 'Of the scores, %'. */
	name: string;
	rows: { name: string; share: number | null }[];
}

/** Shares as lying bars, of 100 %. */
export function sharesChart(table: SharesTable): ChartConfiguration<'bar', (number | null)[], string> {
	return {
		type: 'bar',
		data: {
			labels: table.rows.map(({ name }) => name),
			datasets: [
				{
					label: table.name,
					data: table.rows.map(({ share }) => share),
					backgroundColor: teal900,
					borderColor: teal900,
					barPercentage: 0.8,
					categoryPercentage: 0.8,
					pointStyle: 'rect'
				}
			]
		},
		options: {
			...frame,
			indexAxis: 'y',
			plugins: { legend: { ...legend, labels: { ...legend.labels, pointStyleWidth: 14, boxHeight: 10 } } },
			scales: {
				x: { min: 0, max: 100, ticks: { ...ticks, stepSize: 25 }, grid: { color: rule }, border: { display: false } },
				y: {
					ticks: {
						...ticks,
						autoSkip: false,
						callback(value) {
							return inLines(this.getLabelForValue(Number(value)), this.chart.width, this.chart.height / (table.rows.length + 2));
						}
					},
					grid: { display: false },
					border: { color: control }
				}
			}
		}
	};
}
