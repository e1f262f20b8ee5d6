import { questionsOf } from './asked.ts';
import type { GivenAnswers, Question, Scorecard, Timer } from './card.ts';

/** What was counted while a contact was made or scored: rings, and seconds. Null or missing where nobody counted. */
export type Counted = Partial<Record<Timer, number | null>>;

/** What the timers are called where a scorecard says which one fills a question. */
export const timerNames: Record<Timer, string> = {
	rings: 'Rings, counted by the shopper',
	waiting: 'Waiting, timed by the shopper from the first ring or from joining the queue',
	scoring: 'Time taken to score, counted while the form is filled in'
};

/** What was counted in a question's own unit: seconds as minutes (half up) where it counts those. */
export const inUnitOf = ({ timer, unit }: Pick<Question, 'timer' | 'unit'>, counted: number): string =>
	String(timer !== 'rings' && unit?.toLowerCase().startsWith('minute') ? Math.round(counted / 60) : counted);

/** The number questions that a timer fills. */
export const timedQuestions = (card: Scorecard): Question[] => questionsOf(card).filter(({ type, timer }) => type === 'number' && timer);

/**
 * The answers with what was counted put into the questions that name what the timer measures. What somebody typed, or left as
 * not applicable, is theirs: only the time taken to score is always the timer's.
 * @param kept what stands from an earlier save
 */
export function withCounted(card: Scorecard, given: GivenAnswers, kept: GivenAnswers, counted: Counted): GivenAnswers {
	const filled = timedQuestions(card).flatMap((question) => {
		const measured = question.timer && counted[question.timer];
		const stands = given[question.id] ?? kept[question.id];
		const isTyped = Boolean(stands?.value || stands?.notApplicable);
		if (measured === null || measured === undefined || (isTyped && question.timer !== 'scoring')) return [];
		return [[question.id, { ...stands, value: inUnitOf(question, measured), notApplicable: false }] as const];
	});
	return { ...given, ...Object.fromEntries(filled) };
}
