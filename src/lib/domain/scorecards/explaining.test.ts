import { expect, test } from 'vitest';
import type { Question, Scorecard } from './card.ts';
import { explain } from './explaining.ts';
import { givenIn, fieldOf } from './form-fields.ts';
import { gridsOf } from './score-grids.ts';
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
	expect(quality?.sections[0]?.questions.map(({ id, answer, worth, note }) => [id, answer, worth, note])).toEqual([
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
		A1: { value: 'no', notApplicable: false, note: '' },
		A2: { value: null, notApplicable: true, note: '' },
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
