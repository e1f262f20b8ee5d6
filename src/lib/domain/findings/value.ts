import { asDecimal, compare, fraction, type Fraction } from '../results/fraction.ts';

/*
 * How much a recommendation is worth against what it asks. DOMAIN sections 3 and 4 ask for benefit and effort; the scale
 * of 1 to 5, the weighted mean and the four corners of the matrix are ours.
 */

/** How much the gain of customers and that of the council count; whole numbers of at least 0, not both 0. */
export type Weights = { customerWeight: number; councilWeight: number };

/** What is rated of a recommendation, each from 1 (little) to 5 (much); null where nobody has said. */
export type Rated = { customerValue: number | null; councilValue: number | null; effort: number | null };

export const quadrants = ['quick win', 'worth planning', 'fill in', 'leave'] as const;
export type Quadrant = (typeof quadrants)[number];

/** What each corner of the matrix means, for its legend. */
export const quadrantWords: Record<Quadrant, string> = {
	'quick win': 'Much value for little effort: do it first',
	'worth planning': 'Much value for much effort: plan it well',
	'fill in': 'Little value for little effort: do it when there is time',
	leave: 'Little value for much effort: leave it, or find an easier way'
};

/** The middle of the scale: a value from here up is much, an effort up to here is little. */
export const middle = 3;

function exactValue({ customerValue, councilValue }: Rated, { customerWeight, councilWeight }: Weights): Fraction | null {
	const parts = [
		[customerValue, customerWeight],
		[councilValue, councilWeight]
	] as const;
	const counting = parts.filter(([, weight]) => weight > 0);
	if (!counting.length || counting.some(([value]) => value === null)) return null;
	const sum = counting.reduce((total, [value, weight]) => total + (value ?? 0) * weight, 0);
	return fraction(
		sum,
		counting.reduce((total, [, weight]) => total + weight, 0)
	);
}

/**
 * The value of a recommendation, 1.00 to 5.00 with two places: the mean of what customers and the council gain, each
 * counted by its weight. A side that weighs nothing need not be rated. Null where a side that counts is not rated.
 */
export function valueOf(rated: Rated, weights: Weights): string | null {
	const value = exactValue(rated, weights);
	return value && asDecimal(value, 2);
}

/** The corner of the matrix it belongs to, by the exact value; null where value or effort is not known. */
export function quadrantOf(rated: Rated, weights: Weights): Quadrant | null {
	const value = exactValue(rated, weights);
	if (!value || rated.effort === null) return null;
	const isMuch = compare(value, fraction(middle)) >= 0;
	const isLittleEffort = rated.effort <= middle;
	return isMuch ? (isLittleEffort ? 'quick win' : 'worth planning') : isLittleEffort ? 'fill in' : 'leave';
}

/** How the value was worked out, a sentence a line. */
export function explainValue(rated: Rated, weights: Weights): string[] {
	const { customerValue, councilValue, effort } = rated;
	const { customerWeight, councilWeight } = weights;
	const value = valueOf(rated, weights);
	const side = (who: string, gain: number | null, weight: number) =>
		`${who}: ${gain === null ? 'not rated' : `${gain} of 5`}, counted ${weight === 1 ? 'once' : `${weight} times`}.`;
	const lines = [
		side('What customers gain', customerValue, customerWeight),
		side('What the council gains', councilValue, councilWeight),
		value === null
			? 'There is no value yet: rate what customers and the council gain.'
			: `Value: ${terms(rated, weights)} = ${value} of 5.`,
		effort === null ? 'There is no place in the matrix yet: rate the effort.' : `Effort: ${effort} of 5.`
	];
	const quadrant = quadrantOf(rated, weights);
	if (quadrant) lines.push(`A value of ${middle} or more is much, an effort of ${middle} or less is little: ${quadrant}.`);
	return lines;
}

function terms({ customerValue, councilValue }: Rated, { customerWeight, councilWeight }: Weights): string {
	const counting = [
		[customerValue, customerWeight],
		[councilValue, councilWeight]
	].filter(([, weight]) => weight);
	return `(${counting.map(([value, weight]) => `${value} × ${weight}`).join(' + ')}) ÷ ${customerWeight + councilWeight}`;
}
