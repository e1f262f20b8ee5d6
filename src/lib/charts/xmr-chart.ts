import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import { frame, lineLegend, ticks } from './chart-frame.ts';
import { control, family, gold, ink, paper, rule, teal500, teal900 } from './chart-ink.ts';
import { inDigits } from './in-digits.ts';

/** Values over time with their centre, natural limits and signals, ready to be drawn and to be read as a table. */
export interface XmrTable {
	/** What the values are, for the key: 'Mean quality'. */
	name: string;
	/** In the order of time; `signals` are the numbers, from 1, of the sentences in which the point takes part. A hole is null. */
	points: { name: string; value: number | null; signals: number[] }[];
	/** All null where there are too few points for limits. */
	centre: number | null;
	lower: number | null;
	upper: number | null;
	/** What is unlikely to be chance, in sentences; the drawing bears their numbers. */
	signals: string[];
	/** What is aimed at, in the values' own unit. */
	target: number | null;
	/** The ends of the scale where it has any; the drawing never goes beyond them. */
	scale: [number | null, number | null];
	/** Digits after the point along the axis. */
	places: number;
}

/** How much the drawing shows beyond the outermost line, as a share of all it shows. */
const air = 0.12;

/** The lowest and the highest value of the axis: all lines with some air, within the ends of the scale. Not from nought: the change is what is looked at. */
export function xmrSpan({ points, lower, upper, target, scale }: XmrTable): { min: number; max: number } {
	const all = [...points.map(({ value }) => value), lower, upper, target].filter((value) => value !== null);
	if (!all.length) return { min: scale[0] ?? 0, max: scale[1] ?? 1 };
	const [least, most] = [Math.min(...all), Math.max(...all)];
	const room = (most - least || Math.abs(most) || 1) * air;
	return { min: Math.max(scale[0] ?? -Infinity, least - room), max: Math.min(scale[1] ?? Infinity, most + room) };
}

/** Where each signal's number stands: at its first point, above a point in the upper half and below one in the lower. */
export function xmrNumbers({ points, signals, centre }: XmrTable): { at: number; text: string; isAbove: boolean }[] {
	const found = new Map<number, string[]>();
	signals.forEach((_, index) => {
		const at = points.findIndex((point) => point.signals.includes(index + 1));
		if (at >= 0) found.set(at, [...(found.get(at) ?? []), String(index + 1)]);
	});
	return [...found].map(([at, numbers]) => ({
		at,
		text: numbers.join(', '),
		isAbove: (points[at]?.value ?? 0) >= (centre ?? -Infinity)
	}));
}

/** The same figures as lines of a table, in words; signals by their numbers. */
export function xmrRows({ points, centre, lower, upper, places }: XmrTable) {
	const say = (value: number | null) => (value === null ? '–' : inDigits(value, places));
	const limits = lower === null || upper === null ? '–' : `${say(lower)} to ${say(upper)}`;
	return points.map(({ name, value, signals }) => ({
		name,
		value: say(value),
		centre: say(centre),
		limits,
		signals: signals.length ? `Signal ${signals.join(', ')}` : '–'
	}));
}

/** Writes the numbers of the signals beside their first points. */
const numbersBeside = (table: XmrTable): Plugin<'line'> => ({
	id: 'signal-numbers',
	afterDatasetsDraw(chart: Chart) {
		const { ctx } = chart;
		const places = chart.getDatasetMeta(0).data;
		ctx.save();
		ctx.font = `600 14px ${family}`;
		ctx.fillStyle = ink;
		// white around the digits keeps them legible where they stand on a line
		ctx.strokeStyle = paper;
		ctx.lineWidth = 4;
		ctx.lineJoin = 'round';
		ctx.textAlign = 'center';
		ctx.textBaseline = 'middle';
		for (const { at, text, isAbove } of xmrNumbers(table)) {
			const place = places[at];
			if (!place) continue;
			const y = place.y + (isAbove ? -18 : 18);
			ctx.strokeText(text, place.x, y);
			ctx.fillText(text, place.x, y);
		}
		ctx.restore();
	}
});

/**
 * An XmR chart for paper; on a page `XmrDrawing` draws the same with the same span and numbers. The values as a line, their centre, the limits as dashes, the target as dots, points with a signal as large hollow
 * diamonds bearing the number of the sentence that says what it is. Lines differ by dash and points by shape, so nothing rests on
 * colour. DOMAIN section 7; NHS England, Making Data Count.
 */
export function xmrChart(table: XmrTable): ChartConfiguration<'line', (number | null)[], string> {
	const { points, centre, lower, upper, target, signals, places } = table;
	const level = (label: string, value: number | null, borderColor: string, borderDash: number[], borderWidth = 1.5) =>
		value === null
			? []
			: [{ label, data: points.map(() => value), borderColor, borderDash, borderWidth, pointRadius: 0, pointHitRadius: 0 }];
	return {
		type: 'line',
		data: {
			labels: points.map(({ name }) => name),
			datasets: [
				{
					label: table.name,
					data: points.map(({ value }) => value),
					borderColor: teal900,
					borderWidth: 2,
					pointRadius: points.length > 24 ? 2.5 : 4,
					pointBackgroundColor: teal900
				},
				...level('Centre', centre, teal500, [], 1.5),
				...level('Limits', upper, control, [8, 5]),
				...level('Limits', lower, control, [8, 5]),
				...level('Target', target, gold, [2, 4], 2.5),
				...(signals.length
					? [
							{
								label: 'Signal',
								data: points.map(({ value, signals: own }) => (own.length ? value : null)),
								showLine: false,
								borderColor: ink,
								borderWidth: 2.5,
								pointStyle: 'rectRot',
								pointRadius: points.length > 24 ? 6 : 8,
								pointBackgroundColor: paper
							}
						]
					: [])
			]
		},
		options: {
			...frame,
			layout: { padding: { top: 16, right: 16 } },
			plugins: {
				legend: { ...lineLegend, labels: { ...lineLegend.labels, pointStyleWidth: 26, padding: 10 } }
			},
			scales: {
				x: {
					ticks: {
						...ticks,
						maxRotation: 0,
						autoSkipPadding: 12,
						// a month stands in two lines: its name, short, and its year
						callback(value) {
							return this.getLabelForValue(Number(value))
								.split(' ')
								.map((word) => (/^[a-z]{4,}$/i.test(word) ? word.slice(0, 3) : word));
						}
					},
					grid: { display: false },
					border: { color: control }
				},
				y: {
					...xmrSpan(table),
					ticks: {
						...ticks,
						maxTicksLimit: 7,
						includeBounds: false,
						callback: (value) => Number(value).toLocaleString('en-GB', { maximumFractionDigits: places })
					},
					grid: { color: rule },
					border: { display: false }
				}
			}
		},
		plugins: [numbersBeside(table)]
	};
}
