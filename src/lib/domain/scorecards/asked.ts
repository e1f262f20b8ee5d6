import type { Given, GivenAnswers, Question, Scorecard } from './card.ts';

export const questionsOf = (card: Scorecard): Question[] => card.sections.flatMap(({ questions }) => questions);

/**
 * Whether a question is asked, after what was answered before it: one that hangs on a question that is itself not asked is
 * not. A condition on a later question, or on itself, as an unfinished draft may have it, is never met. DOMAIN section 5.
 */
export function isAsked(card: Scorecard, question: Question, answers: GivenAnswers): boolean {
	if (!question.onlyIf) return true;
	const { question: earlier, is } = question.onlyIf;
	const all = questionsOf(card);
	const before = all.slice(0, all.indexOf(question)).find(({ id }) => id === earlier);
	const given = answers[earlier];
	return !!before && isAsked(card, before, answers) && !given?.notApplicable && is.includes(given?.value ?? '');
}

/** Why a question leaves the score; null where it counts or waits for its answer. */
export type LeftOut = 'not asked' | 'not applicable' | 'not scored';

export function leftOut(card: Scorecard, question: Question, answers: GivenAnswers): LeftOut | null {
	if (!isAsked(card, question, answers)) return 'not asked';
	if (answers[question.id]?.notApplicable && question.mayBeNotApplicable) return 'not applicable';
	return question.type === 'text' ? 'not scored' : null;
}

/** The number an answer gives; null where it is not one, as in '-1' and 'about 3'. */
export function numberIn(value: string): number | null {
	return /^\d{1,9}(\.\d{1,4})?$/.test(value.trim()) ? Number(value) : null;
}

/** What an answer is worth on its question, 0 to 1; null where there is none, or none the question knows. */
export function worthOf(question: Question, given: Given | undefined): number | null {
	const value = given?.value ?? '';
	if (!value || given?.notApplicable) return null;
	if (question.type === 'yes-no') return value === 'yes' ? 1 : value === 'no' ? 0 : null;
	if (question.type === 'choice') return question.choices?.find(({ id }) => id === value)?.worth ?? null;
	const number = question.type === 'number' ? numberIn(value) : null;
	if (number === null) return null;
	return question.bands?.find(({ upTo }) => upTo === undefined || number <= upTo)?.worth ?? null;
}

/** What the best answer to a scored question is worth. */
export const bestWorth = (question: Question): number =>
	question.type === 'yes-no' ? 1 : Math.max(...(question.choices ?? question.bands ?? []).map(({ worth }) => worth));
