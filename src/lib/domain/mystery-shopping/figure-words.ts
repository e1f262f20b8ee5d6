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
		trend: withheld ? '–' : (trend ?? few)
	};
};

/** The bars of a chart: what has a rate, in percent. */
export const passBars = (figures: readonly Figure[]) =>
	figures.flatMap(({ name, pass, before }) => (pass ? [{ name, now: pass.share * 100, before: before && before.share * 100 }] : []));
