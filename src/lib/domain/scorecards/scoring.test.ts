import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GivenAnswers, Question, Scorecard, Section } from './card.ts';
import { faultsIn } from './form-faults.ts';
import { scoreOf } from './scoring.ts';

const scale = [
	{ id: 'met', name: 'Met', worth: 1 },
	{ id: 'partly', name: 'Partly', worth: 0.5 },
	{ id: 'not-met', name: 'Not met', worth: 0 }
];
const question = (id: string, weight: number, more: Partial<Question> = {}): Question => ({
	id,
	text: id,
	weight,
	type: 'choice',
	choices: scale,
	scored: 'quality',
	mayBeNotApplicable: true,
	...more
});
const section = (id: string, weight: number, ...questions: Question[]): Section => ({ id, name: id, weight, questions });
const cardOf = (...sections: Section[]): Scorecard => ({
	id: 'telephone',
	name: 'Telephone',
	version: '1.0',
	use: 'PAF',
	channel: 'phone',
	about: '',
	source: '',
	passMark: 70,
	bands: [
		{ id: 'poor', name: 'poor', from: 0 },
		{ id: 'below', name: 'below', from: 50 },
		{ id: 'meets', name: 'meets', from: 70 },
		{ id: 'exceeds', name: 'exceeds', from: 85 }
	],
	sections
});
const given = (answers: Record<string, string | null>): GivenAnswers =>
	Object.fromEntries(
		Object.entries(answers).map(([id, value]) => [id, value === 'n/a' ? { value: null, notApplicable: true } : { value }])
	);

describe('a telephone call worked out by hand', () => {
	const call = cardOf(
		section(
			'Access',
			1,
			question('rings', 2, {
				type: 'number',
				scored: 'access',
				bands: [{ upTo: 3, worth: 1 }, { upTo: 5, worth: 0.5 }, { worth: 0 }]
			}),
			question('wait', 3, { type: 'number', scored: 'access', bands: [{ upTo: 60, worth: 1 }, { worth: 0 }] })
		),
		section('A', 20, question('A1', 2), question('A2', 3, { critical: true, mayBeNotApplicable: false }), question('A3', 1)),
		section('B', 30, question('B1', 2), question('B2', 3), question('B3', 2)),
		section('C', 30, question('C1', 4), question('C2', 2), question('C3', 3)),
		section('D', 20, question('D1', 2), question('D2', 1), question('D3', 3))
	);
	const answers = {
		rings: '4',
		wait: '48',
		A1: 'met',
		A2: 'met',
		A3: 'partly',
		B1: 'met',
		B2: 'partly',
		B3: 'not-met',
		C1: 'met',
		C2: 'met',
		C3: 'partly',
		D1: 'met',
		D2: 'n/a'
	};

	test('11 of 12 answered: 78.33, which counts for nothing yet; access 80.00 beside it', () => {
		const score = scoreOf(call, given(answers));
		expect([score.complete, score.unanswered]).toEqual([false, ['D3']]);
		expect([score.quality?.score, score.quality?.band?.id, score.access?.score]).toEqual([78.33, 'meets', 80]);
		expect(score.quality?.sections.map(({ id, worth, of, score: points }) => [id, worth, of, points])).toEqual([
			['A', 5.5, 6, 91.67],
			['B', 3.5, 7, 50],
			['C', 7.5, 9, 83.33],
			['D', 2, 2, 100]
		]);
	});
	test('a critical question not at its best makes both scores 0, with what they were beside', () => {
		const score = scoreOf(call, given({ ...answers, A2: 'partly', D3: 'met' }));
		expect([score.complete, score.failed, score.quality?.score, score.quality?.band?.id]).toEqual([true, ['A2'], 0, 'poor']);
		// A: 4 of 6; 20·66.667 + 30·50 + 30·83.333 + 20·100 over 100
		expect([score.quality?.beforeCritical, score.access?.score, score.access?.beforeCritical]).toEqual([73.33, 0, 80]);
	});
	test('a section with nothing applicable leaves the total', () => {
		const none = { ...answers, D1: 'n/a', D2: 'n/a', D3: 'n/a' };
		// 20·91.667 + 30·50 + 30·83.333 over 80 = 72.916…
		expect(scoreOf(call, given(none)).quality?.score).toBe(72.92);
	});
	test('not applicable on a question that always applies is no answer', () => {
		expect(scoreOf(call, given({ ...answers, A2: 'n/a', D3: 'met' })).unanswered).toEqual(['A2']);
	});
	test('a number stands in the first band that holds it', () => {
		const worth = (rings: string) => scoreOf(call, given({ rings })).access?.score;
		expect(['3', '3.5', '5', '6'].map(worth)).toEqual([100, 50, 50, 0]);
	});
});

test('a question is asked only after the answer it waits for, and not after one that was not asked itself', () => {
	const card = cardOf(
		section(
			'A',
			1,
			question('Q1', 1, { type: 'yes-no' }),
			question('Q2', 1, { onlyIf: { question: 'Q1', is: ['no'] } }),
			question('Q3', 1, { onlyIf: { question: 'Q2', is: ['not-met'] } })
		)
	);
	expect(scoreOf(card, given({ Q1: 'yes', Q2: 'not-met', Q3: 'not-met' })).quality?.score).toBe(100);
	expect(scoreOf(card, given({ Q1: 'no', Q2: 'not-met' })).unanswered).toEqual(['Q3']);
	expect(scoreOf(card, given({ Q1: 'no', Q2: 'met' })).quality?.score).toBe(50);
});

test('a condition on itself, or two on each other, as an unfinished draft may have them, ask nothing and end', () => {
	const card = cardOf(
		section(
			'A',
			1,
			question('Q1', 1, { onlyIf: { question: 'Q1', is: ['met'] } }),
			question('Q2', 1, { onlyIf: { question: 'Q3', is: ['met'] } }),
			question('Q3', 1, { onlyIf: { question: 'Q2', is: ['met'] } })
		)
	);
	expect(scoreOf(card, given({ Q1: 'met', Q2: 'met', Q3: 'met' })).quality).toBe(null);
});

test('half a hundredth goes up, exactly: 12.345 is 12.35', () => {
	const card = cardOf(section('A', 1, question('Q', 1, { choices: [{ id: 'a', name: 'a', worth: 0.12345 }] })));
	expect(scoreOf(card, given({ Q: 'a' })).quality?.score).toBe(12.35);
});

test('text is not scored and need not be answered; a form of text alone has no score', () => {
	const score = scoreOf(cardOf(section('A', 1, question('T', 0, { type: 'text' }))), {});
	expect(score).toEqual({ complete: true, unanswered: [], failed: [], quality: null, access: null });
});

describe('an answer outside its scale is refused with its question', () => {
	const card = cardOf(
		section(
			'A',
			1,
			question('A1', 1),
			question('A2', 1, { mayBeNotApplicable: false }),
			question('A3', 1, { type: 'number', bands: [{ worth: 1 }] })
		)
	);
	test.each([
		['A1', { value: 'brilliant' }, 'Choose one of the answers of A1'],
		['A2', { value: null, notApplicable: true }, 'A2 applies to every contact: choose one of its answers'],
		['A3', { value: '-1' }, 'Enter A3 as a number of 0 or more, such as 4'],
		['Z9', { value: 'met' }, 'The scorecard has no question Z9']
	])('%s', (id, answer, text) => expect(faultsIn(card, { [id]: answer })).toEqual([{ question: id, text }]));
	test('but nothing yet is no fault', () => expect(faultsIn(card, given({ A1: null, A3: '' }))).toEqual([]));
});

describe('whatever the scorecard', () => {
	const weights = fc.integer({ min: 1, max: 9 });
	const cards = fc
		.array(fc.tuple(weights, fc.array(weights, { minLength: 1, maxLength: 5 })), { minLength: 1, maxLength: 4 })
		.map((sections) =>
			cardOf(...sections.map(([weight, all], s) => section(`S${s}`, weight, ...all.map((w, q) => question(`S${s}Q${q}`, w)))))
		);
	const ids = (card: Scorecard) => card.sections.flatMap(({ questions }) => questions.map(({ id }) => id));
	const answered = cards.chain((card) =>
		fc
			.array(fc.constantFrom('met', 'partly', 'not-met', 'n/a'), { minLength: ids(card).length, maxLength: ids(card).length })
			.map((values) => ({ card, values: Object.fromEntries(ids(card).map((id, place) => [id, values[place] ?? 'n/a'])) }))
	);

	test('the score lies within 0 and 100', () =>
		fc.assert(
			fc.property(answered, ({ card, values }) => {
				const { quality } = scoreOf(card, given(values));
				expect(quality === null || (quality.score >= 0 && quality.score <= 100)).toBe(true);
			})
		));
	test('where all answers are equal, leaving some out changes nothing', () =>
		fc.assert(
			fc.property(answered, fc.constantFrom('met', 'partly', 'not-met'), ({ card, values }, same) => {
				const some = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, value === 'n/a' ? 'n/a' : same]));
				const all = Object.fromEntries(ids(card).map((id) => [id, same]));
				const { quality } = scoreOf(card, given(some));
				expect(quality === null || quality.score === scoreOf(card, given(all)).quality?.score).toBe(true);
			})
		));
	test('a question that does not apply changes nothing', () =>
		fc.assert(
			fc.property(answered, weights, ({ card, values }, weight) => {
				const [first, ...rest] = card.sections;
				const wider = { ...card, sections: [{ ...first!, questions: [...first!.questions, question('new', weight)] }, ...rest] };
				expect(scoreOf(wider, given({ ...values, new: 'n/a' }))).toEqual(scoreOf(card, given(values)));
			})
		));
	test('a better answer never lowers the score', () =>
		fc.assert(
			fc.property(answered, fc.nat(), ({ card, values }, place) => {
				const id = ids(card)[place % ids(card).length]!;
				const better = { ...values, [id]: values[id] === 'not-met' ? 'partly' : values[id] === 'n/a' ? 'n/a' : 'met' };
				expect((scoreOf(card, given(better)).quality?.score ?? 0) >= (scoreOf(card, given(values)).quality?.score ?? 0)).toBe(true);
			})
		));
});
