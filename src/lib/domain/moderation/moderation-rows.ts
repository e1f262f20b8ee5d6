import type { Criterion, Framework } from '#lib/domain/frameworks/document.ts';
import { saidIn, type Answer } from '#lib/domain/results/answer.ts';
import { evidenceLacking } from '#lib/domain/results/current-evidence.ts';
import { decisionOf, type Decision } from './moderated-answer.ts';
import { sayRating } from '#lib/domain/results/rating.ts';
import { isMet } from '#lib/domain/results/scale.ts';

/** One criterion on a moderator's list. `given` is the moderator's answer in words, null before there is one. */
export type ModerationRow = {
	number: string;
	title: string;
	level: number | null;
	theme: string;
	said: string;
	given: string | null;
	decision: Decision;
	/** A remark is there although nothing is decided: the answer changed since. */
	changedSince: boolean;
	pieces: number;
	/** Rated more than half achieved, and nothing current to show for it. An inherited answer needs nothing. */
	unproved: boolean;
	remark: string;
};

export const moderationFilters = ['all', 'not yet', 'differs', 'no evidence'] as const;
export type ModerationFilter = (typeof moderationFilters)[number];

const shows: Record<ModerationFilter, (row: ModerationRow) => boolean> = {
	all: () => true,
	'not yet': ({ decision }) => decision === 'not yet',
	differs: ({ decision }) => decision === 'differs',
	'no evidence': ({ unproved }) => unproved
};

/** Every criterion of an assessment as its moderator sees it, in the framework's order. `on` is the day evidence is judged on. */
export function moderationRows(framework: Framework, answers: Answer[], on: string): ModerationRow[] {
	const byCriterion = new Map(answers.map((answer) => [answer.criterion, answer]));
	return framework.criteria.flatMap((criterion) => {
		const answer = byCriterion.get(criterion.number);
		return answer ? [rowOf(framework, criterion, answer, on)] : [];
	});
}

function rowOf(framework: Framework, { number, title, level, theme }: Criterion, answer: Answer, on: string): ModerationRow {
	const decision = decisionOf(framework, answer);
	return {
		number,
		title,
		level: level ?? null,
		theme,
		said: saidInWords(framework, answer),
		given: givenInWords(framework, answer),
		decision,
		changedSince: decision === 'not yet' && answer.moderation !== null,
		pieces: answer.evidence.length,
		unproved: answer.rating !== 'inherited' && isMet(framework, saidIn(framework, answer)) && evidenceLacking(answer, on) !== null,
		remark: answer.moderation?.comment ?? ''
	};
}

/** What the service said: 'Largely achieved', 'Not applicable', 'Inherited: Fully achieved'. */
export function saidInWords(framework: Framework, answer: Answer): string {
	if (answer.rating !== 'inherited') return sayRating(framework, answer.rating);
	return answer.inheritedRating === null ? 'Inherited, no corporate answer' : `Inherited: ${sayRating(framework, answer.inheritedRating)}`;
}

/** What the moderator said: a rating, or whether "not applicable" is accepted; null before a decision. */
export function givenInWords(framework: Framework, answer: Answer): string | null {
	if (decisionOf(framework, answer) === 'not yet') return null;
	const { rating = null, notApplicableAccepted = null } = answer.moderation ?? {};
	if (rating !== null) return sayRating(framework, rating);
	return notApplicableAccepted ? 'Not applicable, accepted' : 'Not applicable, not accepted';
}

/** How many rows each filter leaves. */
export const filterCounts = (rows: ModerationRow[]): Record<ModerationFilter, number> =>
	Object.fromEntries(moderationFilters.map((filter) => [filter, rows.filter(shows[filter]).length])) as Record<ModerationFilter, number>;

/** The rows a filter leaves; an unknown one leaves all. */
export function filtered(rows: ModerationRow[], asked: string | null): { filter: ModerationFilter; rows: ModerationRow[] } {
	const filter = moderationFilters.find((one) => one === asked) ?? 'all';
	return { filter, rows: rows.filter(shows[filter]) };
}
