import { shown } from '../statistics/rounding.ts';

/** What a composite is made of: the quality mean, the access mean, or a statistic that is a share, by its name. */
export type CompositePart = 'quality' | 'access' | `share: ${string}`;
export type CompositeWeight = { part: CompositePart; weight: number };

/** How a part is called on a sheet. */
export const partInWords = (part: CompositePart): string =>
	part === 'quality' ? 'Quality' : part === 'access' ? 'Access' : part.slice('share: '.length);

export type CompositeFigure = {
	/** 0 to 100, unrounded; null where a part is missing. */
	value: number | null;
	/** The arithmetic, in words. */
	steps: string[];
};

/**
 * The composite of a sheet: Σ weight × part ÷ Σ weights, each part from 0 to 100. With a part missing there is none: to leave
 * it out would change the weights behind the reader's back. Beside the parts, never in their place. DOMAIN section 5.2.
 */
export function compositeOf(weights: readonly CompositeWeight[], valueOf: (part: CompositePart) => number | null): CompositeFigure {
	const counted = weights.filter(({ weight }) => weight > 0);
	const parts = counted.map(({ part, weight }) => ({ part, weight, value: valueOf(part) }));
	const missing = parts.filter(({ value }) => value === null).map(({ part }) => partInWords(part));
	if (!parts.length) return { value: null, steps: ['No part of the composite has a weight.'] };
	if (missing.length) return { value: null, steps: [`Not worked out: there is no figure for ${missing.join(', ')}.`] };
	const all = parts.reduce((sum, { weight }) => sum + weight, 0);
	const total = parts.reduce((sum, { weight, value }) => sum + weight * (value ?? 0), 0);
	return {
		value: total / all,
		steps: [
			...parts.map(({ part, weight, value }) => `${partInWords(part)}: ${shown(value ?? 0, 2)} with a weight of ${weight}.`),
			`Together ${shown(total, 2)}, divided by the weights (${all}): ${shown(total / all, 2)}.`
		]
	};
}
