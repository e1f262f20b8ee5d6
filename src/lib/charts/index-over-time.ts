import type { ChartConfiguration } from 'chart.js';
import { frame, lineLegend, ticks } from './chart-frame.ts';
import { control, paper, rule, strokes } from './chart-ink.ts';

/** The maturity index, 0.00 to `levels`, at each cycle, for up to four things. */
export interface IndexOverTime {
	levels: number;
	/** The cycles or dates, in order. */
	times: string[];
	lines: { name: string; values: (number | null)[] }[];
}

/** The maturity index over time as lines, each with its own dash and point; a cycle without a result leaves a gap. */
export function indexOverTimeChart(table: IndexOverTime): ChartConfiguration<'line', (number | null)[], string> {
	return {
		type: 'line',
		data: {
			labels: table.times,
			datasets: table.lines.map((line, index) => {
				const stroke = strokes[index % strokes.length] ?? strokes[0];
				return {
					label: line.name,
					data: line.values,
					borderColor: stroke.colour,
					borderWidth: 2.5,
					borderDash: [...stroke.dash],
					pointStyle: stroke.point,
					pointRadius: 5,
					pointBackgroundColor: index === 0 ? stroke.colour : paper,
					pointBorderColor: stroke.colour,
					pointBorderWidth: 2
				};
			})
		},
		options: {
			...frame,
			plugins: { legend: lineLegend },
			scales: {
				x: { ticks, grid: { display: false }, border: { color: control } },
				y: { min: 0, max: table.levels, ticks: { ...ticks, stepSize: 1 }, grid: { color: rule }, border: { display: false } }
			}
		}
	};
}
