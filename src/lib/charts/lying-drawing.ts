import type { AwardCounts } from './awards.ts';
import { axisTicks } from './axis-ticks.ts';
import type { Figure } from './figure.ts';
import { inDigits } from './in-digits.ts';

/** One line of a lying chart: its name, and what is drawn beside it, all in percent of the axis. */
export interface LyingLine {
	name: string;
	bars: { to: number; look: 'bar' | 'bar-beside' }[];
	interval: { from: number; to: number } | null;
	dot: number | null;
	beside: number | null;
}

/** A chart of lines with their names, along one axis. */
export interface Lying {
	lines: LyingLine[];
	ticks: { at: number; text: string }[];
	/** The line all are held against; null for none. */
	middle: number | null;
	key: { look: string; as: 'dot' | 'diamond' | 'bar'; text: string }[];
}

const plain: Omit<LyingLine, 'name'> = { bars: [], interval: null, dot: null, beside: null };

const along = (min: number, max: number) => (value: number) => Math.round(((value - min) / (max - min || 1)) * 1000) / 10;
const decimals = (value: number) => String(value).split('.')[1]?.length ?? 0;

function ticksOf(min: number, max: number, finest = 0): Lying['ticks'] {
	const values = axisTicks(min, max, 6, finest);
	const places = Math.max(...values.map(decimals));
	const at = along(min, max);
	return values.map((value) => ({ at: at(value), text: inDigits(value, places) }));
}

/** Dots with their intervals, or shares as bars, in the order of their table: where each stands, so that no script is needed. */
export function drawnFigure(figure: Figure): Lying {
	if (figure.of === 'shares')
		return {
			lines: figure.rows.map(({ name, share }) => ({
				...plain,
				name,
				bars: share === null ? [] : [{ to: along(0, 100)(share), look: 'bar' }]
			})),
			ticks: ticksOf(0, 100),
			middle: null,
			key: [{ look: 'bar', as: 'bar', text: figure.name }]
		};
	const [min, max] = figure.scale;
	const at = along(min, max);
	const known = (value: number | null) => (value === null ? null : at(value));
	return {
		lines: figure.rows.map(({ name, value, low, high, beside }) => ({
			...plain,
			name,
			interval: low === null || high === null ? null : { from: at(low), to: at(high) },
			dot: known(value),
			beside: known(beside)
		})),
		ticks: ticksOf(min, max),
		middle: known(figure.middle),
		key: [
			{ look: 'dot', as: 'dot', text: figure.name },
			...(figure.beside === null ? [] : [{ look: 'beside', as: 'diamond' as const, text: figure.beside }])
		]
	};
}

/** How many hold each award now, and at baseline under it. */
export function drawnAwards({ awards }: AwardCounts): Lying {
	const most = Math.max(1, ...awards.flatMap(({ now, baseline }) => [now, baseline]));
	const at = along(0, most);
	return {
		lines: awards.map(({ name, now, baseline }) => ({
			...plain,
			name,
			bars: [
				{ to: at(now), look: 'bar' },
				{ to: at(baseline), look: 'bar-beside' }
			]
		})),
		// whole services only
		ticks: ticksOf(0, most, 1),
		middle: null,
		key: [
			{ look: 'bar', as: 'bar', text: 'Now' },
			{ look: 'bar-beside', as: 'bar', text: 'Baseline' }
		]
	};
}
