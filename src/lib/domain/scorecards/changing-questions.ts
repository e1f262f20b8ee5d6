import { filledIn, type FieldFault, type Typed } from '../versions/draft-fields.ts';
import { questionsOf } from './asked.ts';
import { partIdForm, type Question, type Scorecard } from './card.ts';
import { questionAt, type Place } from './draft-places.ts';
import { bandsTyped, choicesTyped } from './draft-rows.ts';
import { answersOf, questionGroups } from './question-fields.ts';

type Changed = { document: Scorecard; faults: FieldFault[] };

/** The order of a question's fields as a file that was read has them: saving what stands changes nothing. */
const fieldOrder = [
	'id',
	'text',
	'weight',
	'type',
	'choices',
	'bands',
	'unit',
	'timer',
	'critical',
	'scored',
	'mayBeNotApplicable',
	'onlyIf',
	'guidance',
	'good',
	'poor',
	'standard',
	'behaviour',
	'promise'
] as const satisfies (keyof Question)[];

/**
 * A draft with one question as it was typed, in the place chosen. Its name must be there and used once, since it is the
 * address, and answers are kept by it; conditions that named it go on naming it.
 */
export function withQuestion(draft: Scorecard, place: Place, typed: Typed): Changed {
	const stands = questionAt(draft, place);
	const fields = questionGroups(draft, place, typed).flatMap((group) => group.fields);
	const { document, faults } = filledIn(
		draft,
		fields.filter(({ name }) => name !== 'place'),
		typed
	);
	const question = questionAt(document, place);
	if (!question) return { document: draft, faults };
	const id = question.id ?? '';
	if (!partIdForm.test(id))
		faults.push({ field: 'id', text: 'Enter a name such as A2: letters, figures and hyphens, starting with a letter' });
	else if (questionsOf(document).some((other) => other !== question && other.id.toLowerCase() === id.toLowerCase()))
		faults.push({ field: 'id', text: `The name ${id} is used by another question` });
	if (!question.type) faults.push({ field: 'type', text: 'Choose how it is answered' });
	const { choices, faults: inChoices } = choicesTyped(stands?.choices ?? [], typed);
	const { bands, faults: inBands } = bandsTyped(stands?.bands ?? [], typed);
	if (question.type === 'choice') faults.push(...inChoices);
	if (question.type === 'number') faults.push(...inBands);
	const whole = ofItsType({ ...question, choices, bands }, document);
	const ordered = Object.fromEntries(
		fieldOrder.flatMap((field) => (whole[field] === undefined ? [] : [[field, whole[field]]]))
	) as Question;
	const renamed = stands && stands.id !== id ? followed(document, stands.id, id) : document;
	return { document: moved(renamed, place, ordered, typed.place), faults };
}

/** A question with only what its type has; a condition only with a question it names, and answers which that one has. */
function ofItsType({ choices, bands, unit, timer, critical, onlyIf, ...question }: Question, document: Scorecard): Question {
	const named = onlyIf?.question ? questionsOf(document).find(({ id }) => id === onlyIf.question) : undefined;
	const known = named ? answersOf(named).map(({ id }) => id) : [];
	return {
		...question,
		...(question.type === 'text' ? { weight: 0, scored: question.scored ?? 'quality' } : {}),
		...(question.type === 'choice' ? { choices: choices ?? [] } : {}),
		...(question.type === 'number' ? { bands: bands ?? [], ...(unit ? { unit } : {}), ...(timer ? { timer } : {}) } : {}),
		...(critical && question.type !== 'text' ? { critical } : {}),
		...(onlyIf?.question
			? { onlyIf: { question: onlyIf.question, is: (onlyIf.is ?? []).filter((answer) => !named || known.includes(answer)) } }
			: {})
	};
}

const followed = (document: Scorecard, from: string, to: string): Scorecard => ({
	...document,
	sections: document.sections.map((section) => ({
		...section,
		questions: section.questions.map((question) =>
			question.onlyIf?.question === from ? { ...question, onlyIf: { ...question.onlyIf, question: to } } : question
		)
	}))
});

/** `to` is 'B/B3': in section B, after B3; 'B/' is first in it. One that names what is not there leaves the question where it is. */
function moved(document: Scorecard, { section, question: index }: Place, question: Question, to = ''): Scorecard {
	const [sectionId = '', after = ''] = to.split('/');
	const target = document.sections.findIndex(({ id }) => id === sectionId);
	const without = document.sections.map((one, s) =>
		s === section ? { ...one, questions: one.questions.filter((_, q) => q !== index) } : one
	);
	const before = target < 0 || !after ? -1 : without[target]!.questions.findIndex(({ id }) => id === after);
	const stays = target < 0 || (after !== '' && before < 0);
	const [s, q] = stays ? [section, index] : [target, before + 1];
	return {
		...document,
		sections: without.map((one, at) => (at === s ? { ...one, questions: one.questions.toSpliced(q, 0, question) } : one))
	};
}
