import { signalsOf } from '../statistics/xmr-signals.ts';
import { xmr } from '../statistics/xmr.ts';
import type { Point } from './series.server.ts';
import { showDifference } from './standing.ts';
import { scaleOf, showValue, valueOf } from './value.ts';
import type { Direction, Unit } from './words.ts';

/** Whether a measure moved after a day, in careful words. */
export type Moved = {
	verdict: 'better' | 'worse' | 'moved' | 'no sign' | 'too early';
	before: { n: number; mean: number } | null;
	after: { n: number; mean: number } | null;
	text: string;
};

/** So many months on either side are looked at, and so few are too few. */
const most = 12;
const fewestBefore = 6;
const fewestAfter = 3;

/** The value of several months together: their numerators over their denominators, not the mean of their rates. */
function together(unit: Unit, points: readonly Point[]): number {
	const sum = (pick: (point: Point) => number) => points.reduce((total, point) => total + pick(point), 0);
	if (points.every(({ denominator }) => denominator === null)) return sum(({ numerator }) => numerator) / points.length;
	return valueOf(unit, { numerator: sum(({ numerator }) => numerator), denominator: sum(({ denominator }) => denominator ?? 0) });
}

const caution = 'That it moved then does not show that the action moved it: look at what else changed.';

/**
 * Whether a measure moved after an action was completed: up to twelve months before its month against up to twelve after it, the
 * month itself in neither. It moved where the months after make a signal by the XmR rules against the limits of those before: a
 * point beyond a limit, seven in a row on one side, two of three near a limit. A difference without one may be chance. DOMAIN
 * sections 3 (plan, do, review) and 7; NHS England, Making Data Count.
 * @param month of completion, YYYY-MM
 */
export function movedAfter(unit: Unit, direction: Direction, points: readonly Point[], month: string): Moved {
	const before = points.filter(({ period }) => period < month).slice(-most);
	const after = points.filter(({ period }) => period > month).slice(0, most);
	const means = (of: readonly Point[]) => (of.length ? { n: of.length, mean: together(unit, of) } : null);
	const [was, is] = [means(before), means(after)];
	const chart = before.length >= fewestBefore ? xmr(before, scaleOf(unit)) : null;
	if (!chart || !was)
		return {
			verdict: 'too early',
			before: was,
			after: is,
			text: `There are ${before.length} values before it; at least ${fewestBefore} are needed to say what is usual.`
		};
	if (after.length < fewestAfter || !is)
		return {
			verdict: 'too early',
			before: was,
			after: is,
			text: `It is too early to say: ${after.length === 0 ? 'there is no value' : `there ${after.length === 1 ? 'is one value' : `are ${after.length} values`}`} after it, and at least ${fewestAfter} are needed.`
		};
	const numbers = `${showValue(unit, was.mean)} in the ${was.n} months before, ${showValue(unit, is.mean)} in the ${is.n} after (${showDifference(unit, was.mean, is.mean)}).`;
	const reach = 2.66 * chart.meanMovingRange;
	const signals = signalsOf(after, chart.centre, reach).filter(({ kind }) => kind !== 'trend');
	// of two sides the one most of the months lie on
	const up = is.mean > was.mean;
	const signal = signals.find(({ side }) => (side === 'high') === up);
	if (!signal)
		return { verdict: 'no sign', before: was, after: is, text: `${numbers} There is no signal: a difference like this can be chance.` };
	const verdict = direction === 'neither' ? 'moved' : up === (direction === 'higher') ? 'better' : 'worse';
	return { verdict, before: was, after: is, text: `${numbers} Against the limits of the months before: ${signal.text} ${caution}` };
}
