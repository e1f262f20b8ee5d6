import { shown } from './rounding.ts';
import type { Interval } from './wilson.ts';

/** What is compared, as people name it: 'The first wave'. No interval where there are too few values. */
export type Compared = { name: string; interval: Interval | null };

/**
 * Whether two 95 % intervals have no point in common; where they touch they are not apart. Stricter than a test of the
 * difference at 5 %, on purpose: it never calls chance a difference lightly. DOMAIN section 5.2.
 */
export const areApart = (a: Interval, b: Interval): boolean => a.high < b.low || b.high < a.low;

const said = (one: Interval, say: (value: number) => string) => `${say(one.low)} to ${say(one.high)}`;

/**
 * The one sentence in which two figures may be compared: a difference only where their intervals do not overlap.
 * @param say how a figure is written; to one decimal unless told otherwise
 */
export function compareInWords(a: Compared, b: Compared, say: (value: number) => string = (value) => shown(value, 1)): string {
	const without = [a, b].filter(({ interval }) => !interval).map(({ name }) => name);
	if (!a.interval || !b.interval) return `There are too few values for a comparison: ${without.join(' and ')}.`;
	const both = `${said(a.interval, say)} against ${said(b.interval, say)}`;
	if (!areApart(a.interval, b.interval)) return `${a.name} and ${b.name} cannot be told apart: their intervals overlap (${both}).`;
	const word = a.interval.low > b.interval.high ? 'higher' : 'lower';
	return `${a.name} is ${word} than ${b.name}: their intervals do not overlap (${both}).`;
}
