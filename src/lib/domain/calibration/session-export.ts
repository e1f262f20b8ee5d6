import type { Scorecard } from '../scorecards/card.ts';
import { shuffled } from '../statistics/sampling.ts';
import type { CompleteForm } from './complete-form.ts';
import { ratingsTable } from './ratings-table.ts';
import { ratingsOfSession } from './session-ratings.ts';

/**
 * The ratings of a session in the form in which ratings are brought in, without those of the expert. Only whoever runs the
 * session gets the assessors’ names; for others they are numbered, in an order that does not give them away.
 */
export function sessionRatingsTable(
	card: Scorecard,
	forms: readonly CompleteForm[],
	{ id, title }: { id: string; title: string },
	isNamed: boolean
) {
	const assessed = forms.filter(({ isKey }) => !isKey);
	const order = shuffled(id, [...new Set(assessed.map(({ personId }) => personId))]);
	const name = (personId: string) =>
		isNamed ? (assessed.find((form) => form.personId === personId)?.name ?? personId) : `Assessor ${order.indexOf(personId) + 1}`;
	const rows = ratingsOfSession(card, assessed).map(({ subject, rater, question, answer }) => ({
		subject,
		rater: name(rater),
		question,
		value: answer
	}));
	return ratingsTable(title, isNamed ? rows : rows.toSorted((a, b) => (a.subject + a.rater).localeCompare(b.subject + b.rater, 'en-GB')));
}
