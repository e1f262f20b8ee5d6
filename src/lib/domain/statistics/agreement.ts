import { total, whyNone, type Tally } from './rating-table.ts';

/** A coefficient: its value, or none with the reason in words. A value may carry a note too (a convention that applied). */
export type Figure = { value: number | null; note: string };

export const none = (note: string): Figure => ({ value: null, note });

/** The mean over units with two ratings or more of the share of pairs that agree, 0 to 1. */
function pairsAgreeing({ units }: Tally): number {
	const rated = units.filter((counts) => total(counts) > 1);
	const shares = rated.map((counts) => {
		const all = total(counts);
		return counts.reduce((sum, count) => sum + count * (count - 1), 0) / (all * (all - 1));
	});
	return total(shares) / rated.length;
}

/** How common each answer is: the mean over all rated units of its share among the unit’s ratings. Also for missing ratings. */
export const howCommon = ({ answers, units }: Tally): number[] =>
	answers.map((_, at) => units.reduce((sum, counts) => sum + (counts[at] as number) / total(counts), 0) / units.length);

const beyondChance = (agreeing: number, chance: number) => (agreeing - chance) / (1 - chance);

/**
 * Percentage agreement, 0 to 1: of all pairs of ratings of the same unit, how many agree; each unit with two ratings or
 * more counts alike. Source: Gwet, Handbook of Inter-Rater Reliability, 4th edition (2014), chapter 2.
 */
export function percentageAgreement(counted: Tally): Figure {
	const why = whyNone(counted);
	return why ? none(why) : { value: pairsAgreeing(counted), note: '' };
}

/**
 * Gwet’s AC1: agreement beyond chance, −1 to 1, where chance is Σ π(1 − π) ÷ (q − 1) and so stays small when nearly
 * every answer is the same. Missing ratings as in Gwet (2014), chapter 2.
 * @param scale how many answers there are to choose from, where some were given by nobody
 */
export function gwetAC1(counted: Tally, scale = counted.answers.length): Figure {
	const why = whyNone(counted);
	if (why) return none(why);
	const spread = howCommon(counted).reduce((sum, share) => sum + share * (1 - share), 0);
	// one answer only: nothing spreads, whatever the number of answers to choose from
	const chance = counted.answers.length === 1 ? 0 : spread / (Math.max(scale, counted.answers.length) - 1);
	return { value: beyondChance(pairsAgreeing(counted), chance), note: '' };
}

/**
 * Fleiss’ kappa: agreement beyond chance, −1 to 1, where chance is Σ π². With missing ratings the generalised form of
 * Gwet (2014), chapter 2; without, that of Fleiss, Measuring nominal scale agreement among many raters (1971).
 */
export function fleissKappa(counted: Tally): Figure {
	const why = whyNone(counted);
	if (why) return none(why);
	if (counted.answers.length === 1) return none('Every rating is the same, so kappa has no value: it would divide nothing by nothing.');
	const chance = howCommon(counted).reduce((sum, share) => sum + share ** 2, 0);
	return { value: beyondChance(pairsAgreeing(counted), chance), note: '' };
}
