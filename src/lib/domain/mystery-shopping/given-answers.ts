import type { GivenAnswers, Scorecard } from '../scorecards/card.ts';

/** What a form's fields say of the questions of a scorecard: 'answer-A2', 'not-applicable-A2', 'note-A2'. Questions that did not come are left as they are, save that a box no longer ticked is taken back. */
export function givenIn(card: Scorecard, values: Readonly<Record<string, string>>): GivenAnswers {
	const questions = card.sections.flatMap(({ questions }) => questions);
	return Object.fromEntries(
		questions.flatMap(({ id, mayBeNotApplicable }) => {
			const typed = values[`answer-${id}`];
			const notApplicable = !!mayBeNotApplicable && !!values[`not-applicable-${id}`];
			if (typed === undefined && !notApplicable && !mayBeNotApplicable) return [];
			return [
				[id, { value: notApplicable ? null : typed?.trim() || null, notApplicable, note: values[`note-${id}`]?.trim() ?? '' }] as const
			];
		})
	);
}
