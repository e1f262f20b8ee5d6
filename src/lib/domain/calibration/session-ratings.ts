import type { Question, Scorecard } from '../scorecards/card.ts';
import type { Answer, CompleteForm } from './complete-form.ts';
import { numberIn } from './number-in.ts';
import type { OneRating, RatedQuestion } from './ratings-compared.ts';
import { interactionName } from './words.ts';

/** Not applicable, as a rating is compared and exported. */
const notApplicable = 'not applicable';

/** The questions that are scored, in the order of the scorecard. */
export const scoredQuestions = (card: Scorecard): Question[] =>
	card.sections.flatMap(({ questions }) => questions).filter(({ type }) => type !== 'text');

/** How many answers a question offers; undefined for a number, which offers any. */
function scaleOf({ type, choices, mayBeNotApplicable }: Question): number | undefined {
	const offered = type === 'yes-no' ? 2 : type === 'choice' ? choices?.length : undefined;
	return offered && offered + (mayBeNotApplicable ? 1 : 0);
}

/** The scored questions as they are compared: all have an order, that of their answers’ worth or of their numbers. */
export const questionsCompared = (card: Scorecard): RatedQuestion[] =>
	scoredQuestions(card).map((question) => ({ id: question.id, text: question.text, scale: scaleOf(question), ordered: true }));

/** An answer’s id as it is compared; null where the question was not asked. */
export function answerGiven(question: Question, answer: Answer | undefined): string | null {
	if (!answer) return null;
	if (answer.notApplicable) return notApplicable;
	// asked only after another answer: what was typed before that answer changed does not count
	if (answer.worth === null) return null;
	const number = question.type === 'number' && answer.value !== null ? numberIn(answer.value) : null;
	return number === null ? answer.value : String(number);
}

/** An answer as people read it: the name of the choice, a number with its unit. */
export function answerInWords(question: Question, given: string | null): string {
	if (given === null) return 'Not asked';
	if (given === notApplicable) return 'Not applicable';
	if (question.type === 'number') return question.unit ? `${given} ${question.unit}` : given;
	const name = question.choices?.find(({ id }) => id === given)?.name ?? given;
	return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The ratings of a session, one for each answered question of each complete form. */
export function ratingsOfSession(card: Scorecard, forms: readonly CompleteForm[]): OneRating[] {
	return forms.flatMap(({ position, personId, answers }) =>
		scoredQuestions(card).flatMap((question): OneRating[] => {
			const found = answers.get(question.id);
			const answer = answerGiven(question, found);
			if (answer === null) return [];
			const worth = found?.notApplicable ? null : (found?.worth ?? null);
			const value = question.type === 'number' && worth !== null ? numberIn(answer) : worth;
			return [{ question: question.id, subject: interactionName(position), rater: personId, answer, value, worth }];
		})
	);
}
