import type { Framework } from '#lib/domain/frameworks/document.ts';
import { type Ahead, blockerOf, byLevelThenNumber } from './blocking.ts';
import { compare, decimal, fraction } from './fraction.ts';
import { rankOf, scaleOf } from './scale.ts';
import type { Standing } from './standing.ts';

export type Outcome = NonNullable<Framework['outcomes']>[number];

/** One condition of an outcome that does not hold, with the elements that stand against it. */
export type Unmet = { rating: string; count: number; atMost: number } | { share: number; met: number; of: number; ratings: string[] };

const applying = (standings: Standing[]) => standings.filter(({ leaves }) => !leaves);

/** The conditions of an outcome that do not hold; none when it does. */
export function unmetBy(outcome: Outcome, standings: Standing[]): Unmet[] {
	const counted = applying(standings);
	const unmet: Unmet[] = [];
	for (const [rating, atMost] of Object.entries(outcome.atMost ?? {})) {
		const count = counted.filter(({ counts }) => counts === rating).length;
		if (count > atMost) unmet.push({ rating, count, atMost });
	}
	if (outcome.atLeast) {
		const { share, ratings } = outcome.atLeast;
		const met = counted.filter(({ counts }) => counts !== null && ratings.includes(counts)).length;
		if (compare(fraction(met, counted.length || 1), decimal(share)) < 0) unmet.push({ share, met, of: counted.length, ratings });
	}
	return unmet;
}

/** The outcome of a compliance assessment: the first, from the best, whose conditions all hold (DOMAIN section 2). Null where nothing applies. */
export function outcomeOf(framework: Framework, standings: Standing[]): Outcome | null {
	if (applying(standings).length === 0) return null;
	return (framework.outcomes ?? []).find((outcome) => unmetBy(outcome, standings).length === 0) ?? null;
}

/**
 * The outcome just above the one reached, and the elements that stand against it: those at a rating
 * there are too many of, and those outside the ratings a share is asked of. Not all of them need
 * rise, only as many as the conditions ask. Null at the best outcome.
 */
export function nextOutcome(framework: Framework, standings: Standing[]): Ahead | null {
	const outcomes = framework.outcomes ?? [];
	const reached = outcomeOf(framework, standings);
	const above = outcomes[(reached ? outcomes.indexOf(reached) : outcomes.length) - 1];
	if (!above || applying(standings).length === 0) return null;
	const blockers = applying(standings).flatMap((standing) => {
		const needs = needed(framework, above, standings, standing);
		return needs === null ? [] : [blockerOf(framework, standing, needs)];
	});
	return { level: null, award: above.name, blockers: blockers.sort(byLevelThenNumber) };
}

/** The lowest rating that would take this element out of the way of the outcome; null when it is not in the way. */
function needed(framework: Framework, outcome: Outcome, standings: Standing[], { counts }: Standing): string | null {
	const unmet = unmetBy(outcome, standings);
	const tooMany = unmet.flatMap((condition) => ('rating' in condition ? [condition.rating] : []));
	const asked = unmet.flatMap((condition) => ('ratings' in condition ? condition.ratings : []));
	const inTheWay = (rating: string | null) =>
		rating !== null && (tooMany.includes(rating) || (asked.length > 0 && !asked.includes(rating)));
	if (!inTheWay(counts)) return null;
	const scale = scaleOf(framework);
	const better = scale.slice(rankOf(framework, counts) + 1).find(({ id }) => !inTheWay(id) && outcome.atMost?.[id] !== 0);
	return better?.id ?? scale.at(-1)?.id ?? null;
}
