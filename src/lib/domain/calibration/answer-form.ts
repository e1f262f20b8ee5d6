import * as v from 'valibot';
import { choice, optionalLine, text, version } from '#lib/server/fields.ts';
import type { GivenAnswers, Question, Scorecard } from '../scorecards/card.ts';
import { numberIn, questionsOf } from '../scorecards/asked.ts';

/** Not applicable, as an answer. */
export const notApplicable = 'not applicable';

function answerField({ type, choices = [], mayBeNotApplicable }: Question) {
	if (type === 'text') return text('Your answer', 2000);
	if (type === 'number')
		return v.optional(
			v.pipe(
				v.string(),
				v.trim(),
				v.transform((typed) => (/^n\/?a$|^not applicable$/i.test(typed) ? notApplicable : typed)),
				v.check(
					(typed) => typed === '' || (typed === notApplicable && !!mayBeNotApplicable) || numberIn(typed) !== null,
					'Enter a number, such as 3'
				)
			),
			''
		);
	const offered = type === 'yes-no' ? ['yes', 'no'] : choices.map(({ id }) => id);
	return v.optional(v.picklist(['', ...offered, ...(mayBeNotApplicable ? [notApplicable] : [])], 'Choose one of the answers'), '');
}

/** The form of one scorecard: an answer and a note for each question, and whether it is to be saved or completed. */
export const answerForm = (card: Scorecard) =>
	v.strictObject({
		...Object.fromEntries(
			questionsOf(card).flatMap((question): [string, v.GenericSchema<unknown, string>][] => [
				[`answer-${question.id}`, answerField(question) as v.GenericSchema<unknown, string>],
				[`note-${question.id}`, optionalLine('Your note', 1000) as v.GenericSchema<unknown, string>]
			])
		),
		// sent without its button, as by the Enter key, it is only saved
		step: v.optional(choice(['save', 'complete'], 'Choose whether to save or to complete the form'), 'save'),
		version
	});

/** What was typed, by question. A question whose field was not sent keeps what it has. */
export function givenIn(card: Scorecard, data: Record<string, unknown>): GivenAnswers {
	return Object.fromEntries(
		questionsOf(card).flatMap(({ id }) => {
			const typed = String(data[`answer-${id}`] ?? '');
			const isNot = typed === notApplicable;
			return [[id, { value: isNot || typed === '' ? null : typed, notApplicable: isNot, note: String(data[`note-${id}`] ?? '') }]];
		})
	);
}

/** What the form shows: what was answered so far, by the name of the field. */
export const shownIn = (card: Scorecard, answers: GivenAnswers): Record<string, string> =>
	Object.fromEntries(
		questionsOf(card).flatMap(({ id }) => {
			const given = answers[id];
			return [
				[`answer-${id}`, given?.notApplicable ? notApplicable : (given?.value ?? '')],
				[`note-${id}`, given?.note ?? '']
			];
		})
	);
