import type { Criterion, Framework } from '#lib/domain/frameworks/document.ts';
import { saidIn, type Answer } from './answer.ts';
import type { Basis } from './basis.ts';
import { evidenceLacking } from './current-evidence.ts';
import { bestUnproved, countsUnanswered, isMet, rankOf } from './scale.ts';

export type { Basis };

/** Why a criterion counts less than was said, or blocks a level (DOMAIN section 2.2). */
export type Why =
	'rating too low' | 'unanswered' | 'evidence missing' | 'evidence out of date' | 'lowered by moderator' | 'not-applicable not accepted';

/**
 * What one criterion counts as in a result.
 *
 * `said` is the service's answer, `rated` the same after moderation, `counts` the same after the
 * evidence rule: a rating id, or null for level 0 of a rubric. `leaves` is true when "not
 * applicable" counts, and then `counts` is null. `why` is the first reason it counts less than was said.
 */
export type Standing = {
	criterion: string;
	level: number | null;
	theme: string;
	leaves: boolean;
	said: string | 'not applicable' | null;
	rated: string | 'not applicable' | null;
	counts: string | null;
	lostToEvidence: 'evidence missing' | 'evidence out of date' | null;
	why: Why | null;
};

/**
 * What every criterion of the framework counts as, in the framework's order (DOMAIN sections 2.1 and 2.2).
 * `on` is the day evidence is judged on. Answers to criteria the framework does not have are passed over.
 */
export function standingsOf(framework: Framework, answers: Answer[], basis: Basis, on: string): Standing[] {
	const byCriterion = new Map(answers.map((answer) => [answer.criterion, answer]));
	return framework.criteria.map((criterion) => standingOf(framework, criterion, byCriterion.get(criterion.number), basis, on));
}

function standingOf(framework: Framework, criterion: Criterion, answer: Answer | undefined, basis: Basis, on: string): Standing {
	const said = saidIn(framework, answer);
	const moderated = basis === 'agreed' ? moderate(answer, said) : said;
	const refused = said === 'not applicable' && moderated !== said;
	const rated = moderated ?? countsUnanswered(framework);
	const leaves = rated === 'not applicable';
	const proved = leaves || !answer || basis === 'claimed' ? rated : prove(framework, answer, rated, on);
	const lostToEvidence = proved === rated || !answer ? null : evidenceLacking(answer, on);
	const lowered = rankOf(framework, rated) < rankOf(framework, said);
	return {
		criterion: criterion.number,
		level: criterion.level ?? null,
		theme: criterion.theme,
		leaves,
		said,
		rated,
		counts: leaves ? null : proved,
		lostToEvidence,
		why: leaves
			? null
			: refused
				? 'not-applicable not accepted'
				: moderated === null
					? 'unanswered'
					: lowered
						? 'lowered by moderator'
						: lostToEvidence
	};
}

/**
 * The moderator's answer where given, else the service's. A service's own "not applicable" leaves
 * only once accepted; one inherited from the corporate assessment was accepted there, and stays
 * unless it is refused here.
 */
function moderate(answer: Answer | undefined, said: string | null): string | null {
	const moderation = answer?.moderation;
	if (moderation && moderation.rating !== null) return moderation.rating;
	if (said !== 'not applicable') return said;
	const accepted =
		answer?.rating === 'inherited' ? moderation?.notApplicableAccepted !== false : moderation?.notApplicableAccepted === true;
	return accepted ? said : null;
}

/**
 * The evidence rule: a rating worth more than a half counts as the best rating worth at most a
 * half unless current evidence is attached. For staged frameworks that is DOMAIN section 2.2 (L
 * and F count as P); rubric and compliance frameworks follow the same rule (4 and 5 count as 3).
 *
 * It holds for a moderator's rating too ("with the evidence rule"): a moderator judges how far a
 * thing is done, and does not stand in for the proof. An inherited answer needs none, up to what
 * the corporate assessment agreed.
 */
function prove(framework: Framework, answer: Answer, rated: string | null, on: string): string | null {
	if (!isMet(framework, rated) || evidenceLacking(answer, on) === null) return rated;
	const unproved = bestUnproved(framework);
	if (answer.rating !== 'inherited' || answer.toConfirm) return unproved;
	const inherited = rankOf(framework, answer.inheritedRating);
	if (inherited >= rankOf(framework, rated)) return rated;
	return inherited > rankOf(framework, unproved) ? answer.inheritedRating : unproved;
}
