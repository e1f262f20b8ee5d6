import { numberIn, questionsOf, worthOf } from './asked.ts';
import type { Given, GivenAnswers, Question, Scorecard } from './card.ts';

/** What is wrong with one answer, as a sentence that says what to do, with the question it stands at. */
export type FormFault = { question: string; text: string; inNote?: boolean };

const longestText = 2000;

/** Answers a scorecard cannot take: outside the scale of their question, or to a question it has not. No answer yet is no fault. */
export function faultsIn(card: Scorecard, given: GivenAnswers): FormFault[] {
	const known = new Map(questionsOf(card).map((question) => [question.id, question]));
	return Object.entries(given).flatMap(([id, answer]) => {
		const question = known.get(id);
		const inNote = (answer.note ?? '').length > longestText;
		if (inNote) return [{ question: id, text: `The note on ${id} must be ${longestText} characters or fewer`, inNote }];
		const text = question ? faultIn(question, answer) : `The scorecard has no question ${id}`;
		return text ? [{ question: id, text }] : [];
	});
}

function faultIn(question: Question, given: Given): string | null {
	const { id, type } = question;
	if (given.notApplicable) return question.mayBeNotApplicable ? null : `${id} applies to every contact: choose one of its answers`;
	const value = given.value?.trim() ?? '';
	if (!value) return null;
	if (type === 'text') return value.length > longestText ? `The answer to ${id} must be ${longestText} characters or fewer` : null;
	if (type === 'number' && numberIn(value) === null) return `Enter ${id} as a number of 0 or more, such as 4`;
	return worthOf(question, given) === null ? `Choose one of the answers of ${id}` : null;
}
