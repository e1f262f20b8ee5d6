import { questionsOf } from '#lib/domain/scorecards/asked.ts';
import type { Given, GivenAnswers, Question, Scorecard } from '#lib/domain/scorecards/card.ts';
import { refused, type Outcome, done } from '#lib/domain/outcome.ts';

/** The field of a question on a form. */
export const answerField = (question: string): string => `answer-${question}`;
export const notApplicable = 'not-applicable';

/** What can be chosen for a question, in its order; not applicable last. Numbers and text are typed. */
export function choicesOf(question: Question): { value: string; label: string }[] {
	const own =
		question.type === 'yes-no'
			? [
					{ value: 'yes', label: 'Yes' },
					{ value: 'no', label: 'No' }
				]
			: (question.choices ?? []).map(({ id, name }) => ({ value: id, label: name }));
	return question.mayBeNotApplicable ? [...own, { value: notApplicable, label: 'N/A' }] : own;
}

/** The answers of a form by the questions of its card. Refused where one is outside its scale. */
export function answersIn(card: Scorecard, fields: Record<string, string>): Outcome<{ given: GivenAnswers }> {
	const given: Record<string, Given> = {};
	for (const question of questionsOf(card)) {
		const value = (fields[answerField(question.id)] ?? '').trim();
		const wrong = value && problemWith(question, value);
		if (wrong) return refused('outside', wrong, answerField(question.id));
		given[question.id] = value === notApplicable ? { value: null, notApplicable: true } : { value: value || null };
	}
	return done({ given });
}

function problemWith(question: Question, value: string): string | null {
	if (question.type === 'text') return value.length > 2000 ? `${question.id} must be 2,000 characters or fewer` : null;
	if (value === notApplicable) return question.mayBeNotApplicable ? null : `${question.id} cannot be left out as not applicable`;
	if (question.type === 'number') return /^\d{1,6}(\.\d{1,2})?$/.test(value) ? null : `Enter ${question.id} as a number, such as 3`;
	return choicesOf(question).some((choice) => choice.value === value) ? null : `Choose one of the answers to ${question.id}`;
}

/** The fields of the answers as they stand. */
export const answerValues = (card: Scorecard, answers: GivenAnswers): Record<string, string> =>
	Object.fromEntries(
		questionsOf(card).map(({ id }) => [answerField(id), answers[id]?.notApplicable ? notApplicable : (answers[id]?.value ?? '')])
	);
