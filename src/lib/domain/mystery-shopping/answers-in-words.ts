import { isAsked } from '../scorecards/asked.ts';
import type { GivenAnswers, Scorecard } from '../scorecards/card.ts';

/** What was answered, question by question, in the scorecard's words; what was not asked is left out. No worth, no score. */
export function answersInWords(
	card: Scorecard,
	answers: GivenAnswers
): { id: string; question: string; answer: string; note: string; isText: boolean }[] {
	return card.sections.flatMap(({ questions }) =>
		questions.flatMap((question) => {
			if (!isAsked(card, question, answers)) return [];
			const given = answers[question.id];
			const value = given?.value ?? '';
			const words =
				{ yes: 'Yes', no: 'No' }[value] ??
				question.choices?.find(({ id }) => id === value)?.name ??
				[value, value && question.unit].filter(Boolean).join(' ');
			const answer = given?.notApplicable ? 'Not applicable' : words || 'Not answered';
			return [{ id: question.id, question: question.text, answer, note: given?.note ?? '', isText: question.type === 'text' }];
		})
	);
}
