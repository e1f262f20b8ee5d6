import type { Framework } from '#lib/domain/frameworks/document.ts';
import { rankOf } from './scale.ts';

/** When a piece of attached evidence is true: plain dates, both days included; `to` null for no end (DOMAIN section 2.4). */
export type EvidencePeriod = { from: string; to: string | null };

/** What a moderator put beside an answer. `notApplicableAccepted` is about the service's own "not applicable"; null is undecided. */
export type Moderation = { rating: string | 'not applicable' | null; notApplicableAccepted: boolean | null; comment: string };

/**
 * What a service answered for one criterion, and what hangs on it (DOMAIN section 2.1).
 * The comment is the reason for "not applicable". `inheritedRating` is the answer agreed in the
 * corporate assessment, null while there is none. `toConfirm` marks a carried-over answer.
 */
export type Answer = {
	criterion: string;
	rating: string | 'not applicable' | 'inherited' | null;
	comment: string;
	toConfirm: boolean;
	inheritedRating: string | null;
	evidence: EvidencePeriod[];
	moderation: Moderation | null;
};

/** Why a criterion counts as unanswered. */
export type Missing = 'not answered' | 'to confirm' | 'no reason for not applicable' | 'no corporate answer yet';

/**
 * Why this answer counts as unanswered, or null when it is answered (DOMAIN sections 2.1 and 2.3).
 * A rating the framework does not have is no answer.
 */
export function missingFrom(framework: Framework, answer: Answer | undefined): Missing | null {
	if (!answer || answer.rating === null) return 'not answered';
	if (answer.toConfirm) return 'to confirm';
	if (answer.rating === 'not applicable') return answer.comment.trim() === '' ? 'no reason for not applicable' : null;
	if (answer.rating === 'inherited') return isAnswer(framework, answer.inheritedRating) ? null : 'no corporate answer yet';
	return isAnswer(framework, answer.rating) ? null : 'not answered';
}

/** What the service says, with an inherited answer already looked up; null when it counts as unanswered. */
export function saidIn(framework: Framework, answer: Answer | undefined): string | 'not applicable' | null {
	if (!answer || missingFrom(framework, answer)) return null;
	return answer.rating === 'inherited' ? answer.inheritedRating : answer.rating;
}

const isAnswer = (framework: Framework, rating: string | null) => rating === 'not applicable' || rankOf(framework, rating) >= 0;
