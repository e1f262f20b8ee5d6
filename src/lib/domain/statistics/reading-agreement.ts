import type { Coefficient } from './all-agreement.ts';
import type { Figure } from './agreement.ts';
import { shown, shownShare } from './rounding.ts';

/** As the figures are headed. */
export const coefficientNames: Record<Coefficient, string> = {
	percentage: 'Percentage agreement',
	ac1: 'Gwet’s AC1',
	kappa: 'Fleiss’ kappa',
	nominal: 'Krippendorff’s alpha, nominal',
	ordinal: 'Krippendorff’s alpha, ordinal',
	interval: 'Krippendorff’s alpha, interval'
};

/** As a figure is written: agreement in percent, a coefficient with two decimals; a dash for none. */
export const figureShown = (coefficient: Coefficient, { value }: Figure): string =>
	value === null ? '–' : coefficient === 'percentage' ? shownShare(value) : shown(value, 2);

/** Krippendorff, Content Analysis (2004), section 11.4: 0.8 to rely on, 0.667 for tentative conclusions. */
function alphaRead(value: number): string {
	if (value >= 0.8) return 'High enough to rely on.';
	if (value >= 2 / 3) return 'Enough for tentative conclusions only.';
	return value > 0 ? 'Too low to rely on.' : 'No better than answers given at random.';
}

/** Landis and Koch, The measurement of observer agreement for categorical data (1977): steps of a fifth. */
function stepRead(value: number): string {
	if (value > 0.8) return 'Nearly perfect agreement.';
	if (value > 0.6) return 'Substantial agreement.';
	if (value > 0.4) return 'Moderate agreement: talk the differences over.';
	if (value > 0.2) return 'Fair agreement: the same work is often read differently.';
	return value > 0 ? 'Slight agreement: hardly more than chance.' : 'No more agreement than chance would give.';
}

/** What a value means, in plain English; the reason where there is none; a convention where one applied. */
export function readAgreement(coefficient: Coefficient, { value, note }: Figure): string {
	if (value === null || note) return note;
	if (coefficient === 'percentage') return `Of 100 pairs of ratings of the same thing, ${shown(value * 100, 0)} say the same.`;
	return coefficient === 'ac1' || coefficient === 'kappa' ? stepRead(value) : alphaRead(value);
}

/** How each figure is worked out, in words. */
export const explainAgreement: Record<Coefficient, string> = {
	percentage:
		'For each thing that at least two people rated: the share of all pairs of ratings that are the same. The figure is the mean over these things. Nothing is taken off for agreement by chance.',
	ac1: 'How far agreement goes beyond chance: (agreement − chance) ÷ (1 − chance). Gwet (2014) takes chance as the sum of p × (1 − p) over the answers, ÷ (q − 1), with p the share of each answer and q the number of answers to choose from. It stays steady when nearly every answer is the same.',
	kappa:
		'The same, with chance taken as the sum of p² over the answers (Fleiss 1971; missing ratings as Gwet 2014). When nearly every answer is the same, chance is nearly 1, and a single difference brings kappa down a long way.',
	nominal:
		'1 − observed disagreement ÷ the disagreement expected if the same ratings were shared out at random (Krippendorff 2011). Any two different answers count as equally far apart. What only one person rated is left out.',
	ordinal:
		'The same, with answers that are neighbours in their order counting as less far apart. An answer without a place in the order (not applicable) is left out.',
	interval:
		'The same, with the distance between two answers the square of the difference of their values. An answer without a value (not applicable) is left out.'
};
