import { fleissKappa, gwetAC1, howCommon, none, percentageAgreement, type Figure } from './agreement.ts';
import { krippendorffAlpha } from './krippendorff.ts';
import { tally, type Ratings } from './rating-table.ts';
import { shownShare } from './rounding.ts';

/** The figures of agreement, in the order in which they are shown. */
export const coefficients = ['percentage', 'ac1', 'kappa', 'nominal', 'ordinal', 'interval'] as const;
export type Coefficient = (typeof coefficients)[number];

/** Everything that is said about how far raters agree. DOMAIN section 5.2. */
export type Agreement = Record<Coefficient, Figure> & {
	/** How many raters gave a rating, how many units have one, and how many ratings there are. */
	raters: number;
	units: number;
	ratings: number;
	/** The warning about skewed answers, in words; null where it does not apply. */
	skewed: string | null;
};

/**
 * All figures of one table of ratings.
 * @param ordered the same ratings as numbers, where their order is kept apart from their names; null where they have no order
 * @param scale how many answers there are to choose from, where that is known
 */
export function allAgreement(table: Ratings, ordered: Ratings | null = table, scale?: number): Agreement {
	const counted = tally(table);
	const placed = ordered === table ? counted : ordered && tally(ordered);
	const unordered = none('These answers have no order, so only the nominal form can be worked out.');
	const found = {
		percentage: percentageAgreement(counted),
		ac1: gwetAC1(counted, scale),
		kappa: fleissKappa(counted),
		nominal: krippendorffAlpha(counted, 'nominal'),
		ordinal: placed ? krippendorffAlpha(placed, 'ordinal') : unordered,
		interval: placed ? krippendorffAlpha(placed, 'interval') : unordered
	};
	const { raters, ratings, units } = counted;
	return { ...found, raters, ratings, units: units.length, skewed: skewOf(found, Math.max(0, ...howCommon(counted))) };
}

/**
 * Kappa and alpha measure against chance, and where nearly every answer is the same, chance alone agrees nearly always:
 * they fall although almost nobody disagrees. Said where one answer has 80 % or more, 80 % or more of the pairs agree,
 * and kappa is below 0.6 or has no value.
 */
function skewOf({ percentage, kappa }: Record<'percentage' | 'kappa', Figure>, commonest: number): string | null {
	if (percentage.value === null || percentage.value < 0.8 || commonest < 0.8) return null;
	if (kappa.value !== null && kappa.value >= 0.6) return null;
	const low = kappa.value === null ? 'Kappa has no value' : 'Kappa and alpha are low';
	return `Nearly every answer is the same (${shownShare(commonest)} of them one answer). ${low} although ${shownShare(percentage.value)} of pairs agree: go by the percentage and by AC1, and try work of which some is clearly poor.`;
}
