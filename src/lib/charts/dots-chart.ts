import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import { frame, lineLegend, ticks } from './chart-frame.ts';
import { control, ink, paper, rule, teal900 } from './chart-ink.ts';
import { inLines } from './in-lines.ts';

/** Figures with how far the true one may lie from them, one a line, in the order of the table beside: no ranking. */
export interface DotsTable {
	/** What the dots are, for the key: 'Passed, %'. */
	name: string;
	/** What the hollow dots beside them are; null where there are none. */
	beside: string | null;
	/** `low` and `high` are the ends of the interval, null where there is none. */
	rows: { name: string; value: number | null; low: number | null; high: number | null; beside: number | null }[];
	/** The ends of the axis. */
	scale: [number, number];
	/** A line all are held against, as nought is of leniency; null for none. */
	middle: number | null;
}

/** More lines than this are read in the table alone. */
export const mostDots = 24;

/** The intervals as bars with ends, under the dots, and the line in the middle. */
const intervals = ({ rows, middle }: DotsTable): Plugin<'line'> => ({
	id: 'intervals',
	beforeDatasetsDraw(chart: Chart) {
		const { ctx, chartArea } = chart;
		const [x, y] = [chart.scales['x'], chart.scales['y']];
		if (!x || !y) return;
		const stroke = (fromX: number, fromY: number, toX: number, toY: number) => {
			ctx.beginPath();
			ctx.moveTo(fromX, fromY);
			ctx.lineTo(toX, toY);
			ctx.stroke();
		};
		ctx.save();
		if (middle !== null) {
			ctx.strokeStyle = control;
			ctx.lineWidth = 1.5;
			ctx.setLineDash([6, 4]);
			stroke(x.getPixelForValue(middle), chartArea.top, x.getPixelForValue(middle), chartArea.bottom);
			ctx.setLineDash([]);
		}
		ctx.strokeStyle = ink;
		ctx.lineWidth = 2;
		rows.forEach(({ low, high }, at) => {
			if (low === null || high === null) return;
			const [from, to, place] = [x.getPixelForValue(low), x.getPixelForValue(high), y.getPixelForValue(at)];
			stroke(from, place, to, place);
			stroke(from, place - 5, from, place + 5);
			stroke(to, place - 5, to, place + 5);
		});
		ctx.restore();
	}
});

/** Dots with their intervals, lying: filled for the figure, a hollow diamond for what stands beside it. Shapes differ, not only colours. */
export function dotsChart(table: DotsTable): ChartConfiguration<'line', (number | null)[], string> {
	const points = (label: string, data: (number | null)[], isBeside: boolean) => ({
		label,
		data,
		showLine: false,
		// a dot at the end of the scale is whole
		clip: false as const,
		borderColor: isBeside ? control : teal900,
		borderWidth: 2,
		pointStyle: isBeside ? ('rectRot' as const) : ('circle' as const),
		// so large that it shows behind a dot in the same place
		pointRadius: isBeside ? 10 : 6,
		pointBackgroundColor: isBeside ? paper : teal900
	});
	return {
		type: 'line',
		data: {
			labels: table.rows.map(({ name }) => name),
			datasets: [
				points(
					table.name,
					table.rows.map(({ value }) => value),
					false
				),
				...(table.beside === null
					? []
					: [
							points(
								table.beside,
								table.rows.map(({ beside }) => beside),
								true
							)
						])
			]
		},
		options: {
			...frame,
			indexAxis: 'y',
			plugins: {
				legend: { ...lineLegend, labels: { ...lineLegend.labels, pointStyleWidth: 14, boxHeight: 10 } },
				tooltip: { callbacks: { label: ({ dataset, parsed }) => `${dataset.label ?? ''}: ${said(parsed.x)}` } }
			},
			scales: {
				x: {
					min: table.scale[0],
					max: table.scale[1],
					ticks: { ...ticks, maxTicksLimit: 6, maxRotation: 0 },
					grid: { color: rule },
					border: { display: false }
				},
				y: {
					offset: true,
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
		},
		plugins: [intervals(table)]
	};
}

const said = (value: number | null) => (value === null ? '–' : value.toLocaleString('en-GB', { maximumFractionDigits: 2 }));
