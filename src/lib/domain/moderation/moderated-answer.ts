import type { Framework } from '#lib/domain/frameworks/document.ts';
import { saidIn, type Answer } from '#lib/domain/results/answer.ts';

/** What a moderator decided about an answer; 'not yet' too where the service changed it after the decision. */
export type Decision = 'not yet' | 'agrees' | 'differs';

/** What a moderator chose: a rating of the framework, or whether "not applicable" is accepted. */
export type Choice = { rating: string | null; notApplicableAccepted: boolean | null };

/**
 * Whether the moderator decided and differs from the service. "Not applicable" is accepted or not: not accepted counts
 * as the lowest rating and differs (DOMAIN sections 2.1 and 2.3).
 */
export function decisionOf(framework: Framework, answer: Answer): Decision {
	const { moderation } = answer;
	if (!moderation || (moderation.rating === null && moderation.notApplicableAccepted === null)) return 'not yet';
	return differs(framework, answer, moderation) ? 'differs' : 'agrees';
}

/** Whether a choice says something else than the service did; then it needs a comment. */
export function differs(framework: Framework, answer: Answer, choice: Choice): boolean {
	const said = saidIn(framework, answer);
	if (said === 'not applicable') return choice.notApplicableAccepted !== true;
	return choice.rating !== said;
}

/** The choice that agrees with the service; null where it has said nothing that counts. */
export function agreeingWith(framework: Framework, answer: Answer): Choice | null {
	const said = saidIn(framework, answer);
	if (said === null) return null;
	return said === 'not applicable' ? { rating: null, notApplicableAccepted: true } : { rating: said, notApplicableAccepted: null };
}

/** The answers a moderator has still to decide, in the order given. */
export const undecidedIn = (framework: Framework, answers: Answer[]): Answer[] =>
	answers.filter((answer) => decisionOf(framework, answer) === 'not yet');
