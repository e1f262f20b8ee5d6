import { questionsOf } from './asked.ts';
import type { Choice, Given, GivenAnswers, Question, Scorecard } from './card.ts';

/** The name of a question's field on a form, and of its note's. */
export const fieldOf = (question: string) => `q-${question}`;
export const noteFieldOf = (question: string) => `note-${question}`;
/** The question whose answer stands in a field; null for any other field. */
export const questionOf = (field: string): string | null => (field.startsWith('q-') ? field.slice(2) : null);
/** The box beside a number that says 'not applicable'. */
export const leftFieldOf = (question: string) => `left-${question}`;

/** What a form sends for 'not applicable'. */
export const notApplicable = 'not-applicable';

/** The answers a question can be given by choosing; none for a number or text. */
export function choicesOf({ type, choices = [], mayBeNotApplicable }: Question): Pick<Choice, 'id' | 'name'>[] {
	if (type === 'number' || type === 'text') return [];
	const own =
		type === 'yes-no'
			? [
					{ id: 'yes', name: 'Yes' },
					{ id: 'no', name: 'No' }
				]
			: choices;
	return [...own, ...(mayBeNotApplicable ? [{ id: notApplicable, name: 'Not applicable' }] : [])];
}

/** What stands in a question's field for an answer. */
export const fieldValue = (given: Given | undefined): string => (given?.notApplicable ? notApplicable : (given?.value ?? ''));

/** The answers in what a form sent: of the questions whose field is there, an empty one being no answer yet. */
export function givenIn(card: Scorecard, sent: { get(name: string): unknown; has(name: string): boolean }): GivenAnswers {
	const text = (name: string) => String(sent.get(name) ?? '').trim();
	return Object.fromEntries(
		questionsOf(card).flatMap(({ id }): [string, Given][] => {
			if (!sent.has(fieldOf(id)) && !sent.has(noteFieldOf(id))) return [];
			const value = text(fieldOf(id));
			const left = value === notApplicable || text(leftFieldOf(id)) === notApplicable;
			// a form without notes leaves those that are kept as they are
			const note = sent.has(noteFieldOf(id)) ? { note: text(noteFieldOf(id)) } : {};
			return [[id, { value: left ? null : value || null, notApplicable: left, ...note }]];
		})
	);
}
