import type { Question, Scorecard } from './card.ts';

/** Where a question stands in its draft; the place after the last of a section is a new one. */
export type Place = { section: number; question: number };

export function placeOf(draft: Scorecard, id: string): Place | null {
	const section = draft.sections.findIndex(({ questions }) => questions.some((question) => question.id === id));
	return section < 0 ? null : { section, question: draft.sections[section]!.questions.findIndex((question) => question.id === id) };
}

/** The place of a new question, at the end of a section; null where the section is not there. */
export function newPlace(draft: Scorecard, section: string): Place | null {
	const index = draft.sections.findIndex(({ id }) => id === section);
	return index < 0 ? null : { section: index, question: draft.sections[index]!.questions.length };
}

export const questionAt = (draft: Scorecard, { section, question }: Place): Question | undefined =>
	draft.sections[section]?.questions[question];

/** A draft without one of its questions. A condition that named it is reported until it names another. */
export const withoutQuestion = (draft: Scorecard, id: string): Scorecard => ({
	...draft,
	sections: draft.sections.map((section) => ({ ...section, questions: section.questions.filter((question) => question.id !== id) }))
});
