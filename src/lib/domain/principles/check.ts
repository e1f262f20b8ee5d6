import type { Criterion, Framework, Theme } from '../frameworks/document.ts';
import { missingFrom, type Answer, type Missing } from '../results/answer.ts';
import { outcomeSteps } from '../results/explaining-outcome.ts';
import type { Step } from '../results/explaining.ts';
import { outcomeOf } from '../results/outcome.ts';
import { isMet } from '../results/scale.ts';
import { standingsOf } from '../results/standing.ts';

/** What was said of one principle for a journey: a rating of the framework's scale, 'not applicable' (the reason is the comment), or nothing yet. */
export type PrincipleRating = { criterion: string; rating: string | null; comment: string };

/** How a journey stands against the principles of one framework. */
export type Check = {
	/** How many are rated (or not applicable, with a reason) of how many there are. */
	rated: number;
	of: number;
	/** By the framework's own thresholds, what is not rated counting as the worst; null where nothing applies. */
	outcome: string | null;
	/** The numbers of the principles that are rated and not met. */
	breached: string[];
	explained: Step[];
};

const answerFrom = ({ criterion, rating, comment }: PrincipleRating): Answer => ({
	criterion,
	rating,
	comment,
	toConfirm: false,
	inheritedRating: null,
	evidence: [],
	moderation: null
});

/**
 * Works out a principles check. The rules are those of a compliance assessment as it is claimed: a check has neither
 * evidence of its own nor a moderator. DOMAIN sections 2 and 4.
 */
export function checkOf(framework: Framework, ratings: readonly PrincipleRating[]): Check {
	const answers = ratings.map(answerFrom);
	// no evidence counts in a check, so no day does either
	const standings = standingsOf(framework, answers, 'claimed', '');
	const byCriterion = new Map(answers.map((answer) => [answer.criterion, answer]));
	const isRated = (number: string) => missingFrom(framework, byCriterion.get(number)) === null;
	return {
		rated: framework.criteria.filter(({ number }) => isRated(number)).length,
		of: framework.criteria.length,
		outcome: outcomeOf(framework, standings)?.name ?? null,
		breached: standings
			.filter(({ criterion, leaves, counts }) => isRated(criterion) && !leaves && !isMet(framework, counts))
			.map(({ criterion }) => criterion),
		explained: outcomeSteps(framework, standings, answers)
	};
}

/** Why a rating does not count yet; null where it does. */
export const missingIn = (framework: Framework, rating: PrincipleRating): Missing | null => missingFrom(framework, answerFrom(rating));

/** The principles of a framework by theme, in its order; a theme without any is left out. */
export const byTheme = ({ themes, criteria }: Framework): { theme: Theme; criteria: Criterion[] }[] =>
	themes
		.map((theme) => ({ theme, criteria: criteria.filter((criterion) => criterion.theme === theme.id) }))
		.filter(({ criteria }) => criteria.length);
