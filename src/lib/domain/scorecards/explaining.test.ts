import { expect, test } from 'vitest';
import type { Question, Scorecard } from './card.ts';
import { explain } from './explaining.ts';
import { givenIn, fieldOf, leftFieldOf } from './form-fields.ts';
import { gridsOf } from './score-grids.ts';
import { weightInWords } from './section-weights.ts';
import { withCounted } from './timers.ts';
import { bandsInWords } from './wording.ts';

const yesNo = (id: string, weight: number, more: Partial<Question> = {}): Question => ({
	id,
	text: `Question ${id}`,
	weight,
	type: 'yes-no',
	scored: 'quality',
	...more
});
const card: Scorecard = {
	id: 'desk',
	name: 'At the desk',
	version: '1.0',
	use: 'mystery shopping',
	channel: 'face to face',
	about: '',
	source: '',
	passMark: 70,
	bands: [
		{ id: 'below', name: 'below', from: 0 },
		{ id: 'meets', name: 'meets', from: 70 }
	],
	sections: [
		{
			id: 'A',
			name: 'Welcome',
			weight: 40,
			questions: [yesNo('A1', 1), yesNo('A2', 2, { mayBeNotApplicable: true }), yesNo('A3', 1, { onlyIf: { question: 'A1', is: ['no'] } })]
		},
		{ id: 'B', name: 'Answer', weight: 60, questions: [yesNo('B1', 3, { critical: true }), yesNo('B2', 1)] }
	]
};
const answers = { A1: { value: 'yes' }, A2: { value: null, notApplicable: true }, B1: { value: 'yes' }, B2: { value: 'no' } };

test('every step is there: worth and weight, what was left out and why, sections, total, result', () => {
	const { parts, critical } = explain(card, answers);
	expect(parts.map(({ part }) => part)).toEqual(['quality']);
	const [quality] = parts;
	expect(quality?.sections.map(({ sum }) => sum)).toEqual(['100 × 1 ÷ 1 = 100.00', '100 × 3 ÷ 4 = 75.00']);
	expect(quality?.sections[0]?.questions.map(({ id, answer, worth, why }) => [id, answer, worth, why])).toEqual([
		['A1', 'Yes', '1', ''],
		['A2', 'Not applicable', '–', 'Not applicable: its weight goes to the rest of the section.'],
		['A3', 'not asked', '–', 'Not asked (only if A1 is No): its weight goes to the rest of the section.']
	]);
	expect(quality?.total).toBe('(A: 40 × 100.00; B: 60 × 75.00) ÷ (40 + 60) = 85.00');
	expect(quality?.result).toBe('The score is 85.00, meets (70 to 100).');
	expect(critical).toBe('B1 is critical: anything but the best answer makes every score 0.');
});
test('a critical failure is said, with what it was before', () => {
	const { parts, critical } = explain(card, { ...answers, B1: { value: 'no' } });
	expect(parts[0]?.result).toBe('A critical question failed, so the score is 0.00; before that it was 40.00.');
	expect(critical).toMatch(/B1 failed\.$/);
});
test('what a form sends becomes answers; a field that is not there changes nothing', () => {
	const sent = new FormData();
	sent.set(fieldOf('A1'), 'no');
	sent.set(fieldOf('A2'), 'not-applicable');
	sent.set('note-B1', ' asked twice ');
	expect(givenIn(card, sent)).toEqual({
		A1: { value: 'no', notApplicable: false },
		A2: { value: null, notApplicable: true },
		B1: { value: null, notApplicable: false, note: 'asked twice' }
	});
});
test('questions with the same answers share a grid, not applicable or not', () => {
	const { grids, fields } = gridsOf(card.sections[0]!);
	expect(grids.map(({ answers: all, questions }) => [all.map(({ name }) => name), questions.map(({ id }) => id)])).toEqual([
		[
			['Yes', 'No', 'Not applicable'],
			['A1', 'A2', 'A3']
		]
	]);
	expect(fields).toEqual([]);
});
test('bands of a number in words', () => {
	const bands = [{ upTo: 3, worth: 1 }, { upTo: 5, worth: 0.5 }, { worth: 0 }];
	expect(bandsInWords(yesNo('R', 1, { type: 'number', bands }))).toBe('3 or fewer is worth 1, 5 or fewer ½, more than that 0');
});

const numbered: Scorecard = {
	...card,
	sections: [
		{
			id: 'A',
			name: 'Getting through',
			weight: 20,
			questions: [
				yesNo('A1', 1, {
					type: 'number',
					scored: 'access',
					unit: 'minutes',
					timer: 'waiting',
					mayBeNotApplicable: true,
					bands: [{ upTo: 2, worth: 1 }, { worth: 0 }]
				}),
				yesNo('A2', 1, { type: 'number', scored: 'access', unit: 'rings', timer: 'rings', bands: [{ worth: 1 }] })
			]
		},
		...card.sections.map((section) => ({ ...section, id: `${section.id}${section.id}`, weight: section.id === 'A' ? 0 : section.weight })),
		{ id: 'W', name: 'In words', weight: 0, questions: [yesNo('W1', 0, { type: 'text' })] }
	]
};

test('a number may be left out by the box beside it, and says so in the working', () => {
	const sent = new FormData();
	sent.set(fieldOf('A1'), '');
	sent.set(leftFieldOf('A1'), 'not-applicable');
	const given = givenIn(numbered, sent);
	expect(given).toEqual({ A1: { value: null, notApplicable: true } });
	const access = explain(numbered, { ...given, A2: { value: '3' } }).parts.find(({ part }) => part === 'access');
	expect(access?.sections[0]?.questions[0]).toMatchObject({ answer: 'Not applicable', worth: '–' });
	expect(access?.sections[0]?.sum).toBe('100 × 1 ÷ 1 = 100.00');
});
test('a section weighs beside the others of its part alone; one that weighs nothing is told but not counted', () => {
	expect(numbered.sections.map((section) => weightInWords(numbered, section))).toEqual([
		'weight 20 of 20 in access',
		'weight 0 of 60 in quality',
		'weight 60 of 60 in quality',
		'not scored'
	]);
	const quality = explain(numbered, answers).parts.find(({ part }) => part === 'quality');
	expect(quality?.total).toBe('(BB: 60 × 75.00) ÷ (60) = 75.00');
	expect(quality?.sections[0]?.sum).toBe('100 × 1 ÷ 1 = 100.00. Its weight is 0, so it does not count in the score');
});
test('what nobody has answered yet is not told as left out', () => {
	const quality = explain(card, { B1: { value: 'yes' } }).parts[0];
	expect(quality?.sections[0]?.sum).toBe('Nothing here is answered yet.');
});
test('notes stand with their question, words that are not scored by themselves', () => {
	const said = explain(numbered, { ...answers, B2: { value: 'no', note: 'Rang off' }, W1: { value: 'Kind' } });
	expect(said.written).toEqual([{ id: 'W1', text: 'Question W1', answer: 'Kind' }]);
	expect(said.parts[0]?.sections.flatMap(({ questions }) => questions).filter(({ note }) => note)).toMatchObject([
		{ id: 'B2', note: 'Rang off' }
	]);
});
test('what was counted goes into the questions that name it, in their unit, and never over what somebody typed', () => {
	const counted = { rings: 4, waiting: 150 };
	expect(withCounted(numbered, {}, {}, counted)).toEqual({
		A1: { value: '3', notApplicable: false },
		A2: { value: '4', notApplicable: false }
	});
	const typed = { A1: { value: null, notApplicable: true }, A2: { value: '2' } };
	expect(withCounted(numbered, typed, {}, counted)).toEqual(typed);
	expect(withCounted(numbered, {}, typed, counted)).toEqual({});
	expect(withCounted(numbered, { A2: { value: null, note: 'A menu' } }, {}, { rings: 0 })).toEqual({
		A2: { value: '0', notApplicable: false, note: 'A menu' }
	});
	expect(withCounted(numbered, {}, {}, { rings: null })).toEqual({});
});
