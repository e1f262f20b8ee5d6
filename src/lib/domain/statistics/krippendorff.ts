import { none, type Figure } from './agreement.ts';
import { total, whyNone, type Tally } from './rating-table.ts';

/** What counts as how far apart: any difference alike, places in the order, or the distance between the values. */
export const metrics = ['nominal', 'ordinal', 'interval'] as const;
export type Metric = (typeof metrics)[number];

/** How often each answer met each other within a unit, each unit’s pairs weighing as its ratings do. */
function coincidences({ answers, units }: Tally): number[][] {
	const met = answers.map(() => answers.map(() => 0));
	for (const counts of units) {
		const all = total(counts);
		if (all < 2) continue;
		counts.forEach((c, one) =>
			counts.forEach((k, other) => {
				met[one]![other]! += (one === other ? c * (c - 1) : c * k) / (all - 1);
			})
		);
	}
	return met;
}

/** The squared distance between two answers, by their places. */
function distance(metric: Metric, answers: Tally['answers'], often: number[]) {
	if (metric === 'nominal') return (one: number, other: number) => (one === other ? 0 : 1);
	if (metric === 'interval') return (one: number, other: number) => (Number(answers[one]) - Number(answers[other])) ** 2;
	return (one: number, other: number) => {
		const [from, to] = one < other ? [one, other] : [other, one];
		return (total(often.slice(from, to + 1)) - ((often[from] as number) + (often[to] as number)) / 2) ** 2;
	};
}

/**
 * Krippendorff’s alpha: 1 − observed ÷ expected disagreement, up to 1; units with fewer than two ratings are left out.
 * Full agreement on a single answer leaves nothing to expect: it is 1 by convention here, and says so (DOMAIN section 5.2).
 * Source: Krippendorff, Computing Krippendorff’s Alpha-Reliability (2011).
 */
export function krippendorffAlpha(counted: Tally, metric: Metric): Figure {
	const why = whyNone(counted);
	if (why) return none(why);
	if (metric !== 'nominal' && counted.answers.some((answer) => typeof answer !== 'number')) {
		return none('The answers are words without an order, so only the nominal form can be worked out.');
	}
	const met = coincidences(counted);
	const often = met.map(total);
	const apart = distance(metric, counted.answers, often);
	let [observed, expected] = [0, 0];
	often.forEach((c, one) =>
		often.forEach((k, other) => {
			observed += (met[one]![other] as number) * apart(one, other);
			expected += c * k * apart(one, other);
		})
	);
	if (expected === 0)
		return { value: 1, note: 'By convention: everybody gave the same answer, so alpha itself would divide nothing by nothing.' };
	return { value: 1 - ((total(often) - 1) * observed) / expected, note: '' };
}
