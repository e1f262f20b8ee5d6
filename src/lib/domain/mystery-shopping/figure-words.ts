import { mostDots } from '#lib/charts/dots-chart.ts';
import type { Figure as Drawn } from '#lib/charts/figure.ts';
import { areApart } from '../statistics/apart.ts';
import { shown, shownShare } from '../statistics/rounding.ts';
import { fewestToCompare, type Figure } from './figures.ts';

/** A figure as a row of words, for pages. A rate is never without its counts. */
export type FigureRow = {
	key: string;
	name: string;
	visits: number;
	rate: string;
	interval: string;
	quality: string;
	access: string;
	trend: string;
	/** The same in few words, for a table. */
	against: string;
	/** Why fewer visits count in the rate than were made; null where all do. */
	unscored: string | null;
};

const points = (value: number | null) => (value === null ? '–' : shown(value, 1));

/** Each figure in words; what was withheld says why in place of its rate. */
export const figureRow = (figure: Figure): FigureRow => {
	const { key, name, visits, withheld, pass, quality, access, trend } = figure;
	const few = visits < fewestToCompare ? `Fewer than ${fewestToCompare} visits: not compared` : 'Nothing to compare with';
	return {
		key,
		name,
		visits,
		rate: withheld ?? (pass ? `${shownShare(pass.share)} (${pass.numerator} of ${pass.denominator})` : 'No result'),
		interval: pass ? `${shownShare(pass.low)} to ${shownShare(pass.high)}` : '–',
		quality: points(quality),
		access: points(access),
		trend: withheld ? '–' : (trend ?? few),
		against: withheld ? '–' : trend === null ? few : againstLast(figure),
		unscored: unscoredIn(figure)
	};
};

/** How a rate stands to that of the last wave, with the last rate: a difference is named only where the intervals do not overlap. */
function againstLast({ pass, before }: Figure): string {
	if (!pass || !before) return 'Nothing to compare with';
	const how = !areApart(pass, before) ? 'No clear difference' : pass.share > before.share ? 'Higher' : 'Lower';
	return `${how}: ${shownShare(before.share)} before`;
}

/** How many of the visits were not scored for quality; null where all were, or nothing is told. */
export function unscoredIn({ visits, withheld, pass }: Figure): string | null {
	const n = withheld || !pass ? 0 : visits - pass.denominator;
	if (n <= 0) return null;
	return `${n} of the ${visits} visits ${n === 1 ? 'has' : 'have'} no quality to score, as where no answer came or the page was not found: ${n === 1 ? 'it counts' : 'they count'} in access alone`;
}

/** The figures as dots with their intervals, in percent; null where there is nothing to draw, or so much that only the table is read. */
export function figureDots(figures: readonly Figure[], name: string): Drawn | null {
	const told = figures.filter(({ pass }) => pass);
	if (!told.length || told.length > mostDots) return null;
	const rows = told.map((figure) => ({
		name: figure.name,
		value: percent(figure.pass?.share),
		low: percent(figure.pass?.low),
		high: percent(figure.pass?.high),
		beside: percent(figure.before?.share)
	}));
	return {
		of: 'dots',
		name: `${name}, %`,
		beside: rows.some(({ beside }) => beside !== null) ? 'The last wave' : null,
		rows,
		scale: [0, 100],
		middle: null
	};
}

const percent = (share: number | undefined) => (share === undefined ? null : share * 100);
