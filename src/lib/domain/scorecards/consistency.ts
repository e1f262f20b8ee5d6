import type { Fault, Path } from '#lib/server/document-faults.ts';
import { fieldsOf, known, listOf, repeatedIn, type Fields } from '#lib/server/loose-documents.ts';
import { conditionFaults } from './condition-faults.ts';
import { parts } from './card.ts';

type Placed = { question: Fields; path: Path };

/** The questions of a scorecard as they stand in its file, readable or not, with their places. */
const placedQuestions = (card: Fields): Placed[] =>
	listOf(card.sections).flatMap((section, s) =>
		listOf(section.questions).map((question, q) => ({ question, path: ['sections', s, 'questions', q] }))
	);

/**
 * What is wrong between the fields of a scorecard: ids used twice, fields that belong to another type of question, bands
 * with holes, conditions that cannot be met, weights that come to nothing. DOMAIN section 5. Reads whatever is readable, so
 * that a half-finished draft shows everything at once.
 */
export function inconsistencies(value: unknown): Fault[] {
	const card = fieldsOf(value);
	const questions = placedQuestions(card);
	return [
		...repeatedIn(listOf(card.sections), ['sections'], 'id', 'section'),
		...repeatedIn(listOf(card.bands), ['bands'], 'id', 'score band'),
		...repeatedIn(listOf(card.bands), ['bands'], 'name', 'score band'),
		...repeatedQuestions(questions),
		...scoreBandsInOrder(card),
		...questions.flatMap(({ question, path }) => ofItsType(question, path)),
		...questions.flatMap(({ question, path }) => numberBandsInOrder(question, path)),
		...conditionFaults(questions),
		...weightless(card)
	];
}

// across all sections: an answer is kept by the id of its question alone
const repeatedQuestions = (questions: Placed[]): Fault[] =>
	repeatedIn(
		questions.map(({ question }) => question),
		[],
		'id',
		'question'
	).map(({ path: [index], text }) => ({ path: [...(questions[Number(index)]?.path ?? []), 'id'], text }));

function scoreBandsInOrder(card: Fields): Fault[] {
	const starts = listOf(card.bands).map(({ from }) => from);
	return starts.flatMap((from, index) => {
		const at = ['bands', index, 'from'];
		if (typeof from !== 'number') return [];
		const before = starts[index - 1];
		if (index === 0) return from === 0 ? [] : [{ path: at, text: `Scores under ${from} are in no band. The first band must begin at 0` }];
		if (typeof before !== 'number' || from > before) return [];
		return [{ path: at, text: `This band overlaps the one before. Each band must begin above the one before, lowest first` }];
	});
}

const belonging: Record<string, { has: string | null; lacking: string }> = {
	choice: { has: 'choices', lacking: 'A choice question must have choices to choose from' },
	number: { has: 'bands', lacking: 'A number question must have bands that say what a number is worth' },
	'yes-no': { has: null, lacking: '' },
	text: { has: null, lacking: '' }
};
const owned: Record<string, string> = { choices: 'choice', bands: 'number', unit: 'number', timer: 'number' };

function ofItsType(question: Fields, path: Path): Fault[] {
	const type = String(question.type);
	const rule = Object.hasOwn(belonging, type) ? belonging[type] : undefined;
	if (!rule) return [];
	const at = (field: string) => [...path, field];
	const faults: Fault[] = [];
	if (rule.has && !known(question[rule.has])) faults.push({ path: at(rule.has), text: rule.lacking });
	for (const [field, owner] of Object.entries(owned))
		if (known(question[field]) && owner !== type)
			faults.push({ path: at(field), text: `A ${type} question has no ${field}. Take this out, or make it a ${owner} question` });
	if (type === 'text') {
		const text = 'A text question is not scored, so it';
		if (question.critical === true) faults.push({ path: at('critical'), text: `${text} cannot be critical. Take this out` });
		if (known(question.weight) && question.weight !== 0) faults.push({ path: at('weight'), text: `${text} has no weight. Take this out` });
	} else {
		if (!known(question.weight)) faults.push({ path: at('weight'), text: 'The weight of a question is missing' });
		if (!known(question.scored)) faults.push({ path: at('scored'), text: 'Say whether this is scored in access or in quality' });
	}
	if (type !== 'choice') return faults;
	const choices = listOf(question.choices);
	if (choices.length === 1) faults.push({ path: at('choices'), text: 'A choice question must have at least 2 choices' });
	return [...faults, ...repeatedIn(choices, at('choices'), 'id', 'choice'), ...repeatedIn(choices, at('choices'), 'name', 'choice')];
}

function numberBandsInOrder({ type, bands }: Fields, path: Path): Fault[] {
	if (type !== 'number' || !Array.isArray(bands) || !bands.length) return [];
	const ends = listOf(bands).map(({ upTo }) => upTo);
	const last = ends.length - 1;
	return ends.flatMap((end, index) => {
		const at = [...path, 'bands', index, 'upTo'];
		if (index === last)
			return known(end)
				? [{ path: at, text: `Numbers over ${String(end)} are in no band. The last band must have no end: take out upTo` }]
				: [];
		if (!known(end)) return [{ path: at, text: 'Only the last band may be without an end. Say up to which number this one goes' }];
		const before = ends[index - 1];
		const rises = index === 0 || typeof before !== 'number' || typeof end !== 'number' || end > before;
		return rises ? [] : [{ path: at, text: 'The bands must be in order, smallest numbers first, and not overlap' }];
	});
}

/** Weights that come to nothing, in a section or in all: nothing could be divided by them. */
function weightless(card: Fields): Fault[] {
	const sections = listOf(card.sections);
	const counted = sections.flatMap((section, index) =>
		parts.flatMap((part) => {
			const scored = listOf(section.questions).filter(({ type, scored: where }) => type !== 'text' && (where ?? 'quality') === part);
			return scored.length ? [{ index, part, weights: scored.map(({ weight }) => Number(weight ?? 0)), of: Number(section.weight) }] : [];
		})
	);
	if (sections.length && !counted.length && sections.some(({ questions }) => listOf(questions).length))
		return [{ path: ['sections'], text: 'No question of this scorecard is scored. Add one that is' }];
	const inSections = counted
		.filter(({ weights }) => weights.every((weight) => weight === 0))
		.map(({ index, part }) => ({
			path: ['sections', index, 'questions'],
			text: `The ${part} questions of this section all have the weight 0. Give at least one of them more`
		}));
	const whole = parts.flatMap((part) => {
		const [first, ...others] = counted.filter((one) => one.part === part);
		if (!first || [first, ...others].some(({ of }) => of !== 0)) return [];
		const text = `Every section with ${part} questions has the weight 0. Give at least one of them more`;
		return [{ path: ['sections', first.index, 'weight'], text }];
	});
	return [...inSections, ...whole];
}
