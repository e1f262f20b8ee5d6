import type { Choice, Question, Section } from './card.ts';
import { choicesOf, notApplicable } from './form-fields.ts';

/** Questions that are answered by choosing among the same answers: one grid. */
export type Grid = { answers: Pick<Choice, 'id' | 'name'>[]; questions: Question[] };

const sameChoices = (question: Question) =>
	choicesOf(question)
		.filter(({ id }) => id !== notApplicable)
		.map(({ id, name }) => `${id} ${name}`)
		.join('\n');

/** A section as grids, in the order of its questions, and the numbers and texts under them. */
export function gridsOf(section: Section): { grids: Grid[]; fields: Question[] } {
	const chosen = section.questions.filter(({ type }) => type === 'yes-no' || type === 'choice');
	const grids: Grid[] = [];
	for (const question of chosen) {
		const last = grids.at(-1);
		if (last?.questions[0] && sameChoices(last.questions[0]) === sameChoices(question)) last.questions.push(question);
		else grids.push({ answers: [], questions: [question] });
	}
	for (const grid of grids) {
		const widest = grid.questions.find(({ mayBeNotApplicable }) => mayBeNotApplicable) ?? grid.questions[0];
		grid.answers = widest ? choicesOf(widest) : [];
	}
	return { grids, fields: section.questions.filter(({ type }) => type === 'number' || type === 'text') };
}
