import type { Cell } from '../description.ts';

const figure = /^(£)?(-?\d[\d,]*(?:\.\d+)?)(%|p)?(?: of (\d[\d,]*))?(?: \(.*\))?$/;
const numberIn = (text: string) => Number(text.replaceAll(',', ''));

/** The figure that a cell states: a number, '84.1% (2,187 of 2,600)', '£1,200', '12 of 15' as its share; null for any other words. */
export function figureIn(cell: Cell): number | null {
	if (typeof cell === 'number') return cell;
	const [, , amount, , of] = figure.exec(cell?.trim() ?? '') ?? [];
	if (amount === undefined) return null;
	const whole = of === undefined ? 1 : numberIn(of);
	return whole ? numberIn(amount) / whole : null;
}
