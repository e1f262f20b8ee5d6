import { shown } from './rounding.ts';
import type { Xmr } from './xmr.ts';

/** Whether what happens now can be trusted to meet a target. DOMAIN section 7. */
export type Assurance = 'consistently meets' | 'consistently fails' | 'hit and miss';

/**
 * A target lies outside the limits, and so is always met or always missed while nothing changes; or between them, and
 * chance decides. A target on a limit is met (or missed) by every value between them.
 * @param better which way is good
 * Source: NHS England, Making Data Count.
 */
export function assurance({ lower, upper }: Pick<Xmr, 'lower' | 'upper'>, target: number, better: 'higher' | 'lower'): Assurance {
	const [worst, best] = better === 'higher' ? [lower - target, upper - target] : [target - upper, target - lower];
	if (worst >= 0) return 'consistently meets';
	return best < 0 ? 'consistently fails' : 'hit and miss';
}

const said: Record<Assurance, string> = {
	'consistently meets': 'is consistently met: it lies outside the limits, on the safe side',
	'consistently fails':
		'is consistently missed: it lies beyond what the limits reach, and only a change to the way of working will meet it',
	'hit and miss': 'is hit and miss: it lies between the limits, so chance decides from one point to the next'
};

/** How a chart is worked out, what its signals are and what they say of a target, step by step. */
export function explainXmr(chart: Xmr | null, target?: { value: number; better: 'higher' | 'lower' } | null, places = 1): string[] {
	if (!chart) return ['Limits need at least six points. Until then only the values are shown.'];
	const { points, centre, lower, upper, meanMovingRange, signals, provisional } = chart;
	return [
		`The centre is the mean of ${points.length} points: ${shown(centre, places)}.`,
		`From one point to the next the value moves by ${shown(meanMovingRange, places)} on average. The limits are the centre ± 2.66 times that, within the ends of the scale: ${shown(lower, places)} to ${shown(upper, places)}.`,
		...(provisional ? [provisional] : []),
		...(signals.length ? signals.map(({ text }) => text) : ['There is no signal: what moves, moves as chance would move it.']),
		...(target ? [`The target of ${shown(target.value, places)} ${said[assurance(chart, target.value, target.better)]}.`] : [])
	];
}
