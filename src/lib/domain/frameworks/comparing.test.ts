import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersCarriedOver, changesBetween } from './comparing.ts';
import type { Criterion, Framework } from './document.ts';
import { readFramework } from './reading.ts';

function load(name: string): Framework {
	const read = readFramework(readFileSync(`seed/frameworks/${name}.yaml`, 'utf8'), name);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return read.framework;
}
const enfield = load('enfield-five-levels');
const aspects = load('enfield-core-aspects');
const principles = load('bnes-principles');

const without = (framework: Framework, ...numbers: string[]): Framework => ({
	...framework,
	criteria: framework.criteria.filter(({ number }) => !numbers.includes(number))
});
const changed = (framework: Framework, number: string, change: Partial<Criterion>): Framework => ({
	...framework,
	criteria: framework.criteria.map((criterion) => (criterion.number === number ? { ...criterion, ...change } : criterion))
});
const find = (framework: Framework, number: string): Criterion => {
	const found = framework.criteria.find((criterion) => criterion.number === number);
	if (!found) throw new Error(`no criterion ${number}`);
	return found;
};

test.each([enfield, aspects, principles])('$name does not differ from itself, and keeps every answer', (framework) => {
	expect(changesBetween(framework, structuredClone(framework))).toEqual([]);
	expect([...answersCarriedOver(framework, framework)]).toEqual(framework.criteria.map(({ number }) => [number, number]));
});

test('a criterion that is new or taken out has no answer to keep', () => {
	const smaller = without(enfield, '5.7');
	const sentence = expect.stringContaining('5.7 ‘Analytics let us foresee');
	expect(changesBetween(smaller, enfield)).toEqual([{ kind: 'added', number: '5.7', sentence, keeps: false }]);
	expect(changesBetween(enfield, smaller)).toEqual([{ kind: 'removed', number: '5.7', sentence, keeps: false }]);
	expect(answersCarriedOver(enfield, smaller).has('5.7')).toBe(false);
});

test('a criterion moved to another level and theme keeps its answer', () => {
	const title = find(enfield, '2.6').title;
	expect(changesBetween(enfield, changed(enfield, '2.6', { level: 1, theme: 'feedback' }))).toEqual([
		{
			kind: 'moved',
			number: '2.6',
			sentence: `2.6 ‘${title}’ moves from level 2 to level 1 and from the theme Measures and data to Feedback`,
			keeps: true
		}
	]);
});

test.each([
	['text', { text: 'Something else is asked now.' }, false],
	['why', { why: 'A better reason.' }, true],
	['evidence', { evidence: ['One thing'] }, true],
	['better', { better: ['One step'] }, true],
	['source', { source: 'Somewhere else' }, true],
	['title', { title: 'Shorter' }, true]
] as const)('rewording the %s says so, and keeps the answer unless what was judged is different', (field, change, keeps) => {
	const next = changed(enfield, '3.2', { ...change } as Partial<Criterion>);
	expect(changesBetween(enfield, next)).toMatchObject([{ kind: 'reworded', number: '3.2', fields: [field], keeps }]);
	expect(answersCarriedOver(enfield, next).get('3.2')).toBe(keeps ? '3.2' : undefined);
});

test('a mended comma or capital is told, but loses no answer', () => {
	const text = find(enfield, '3.2').text.toUpperCase().replaceAll(',', ' –');
	expect(changesBetween(enfield, changed(enfield, '3.2', { text }))).toMatchObject([{ kind: 'reworded', fields: ['text'], keeps: true }]);
});

test('a criterion put in between renumbers those after it, which keep their answers under the new number', () => {
	const shifted = enfield.criteria.map((criterion) =>
		criterion.level === 1 && criterion.number >= '1.3' ? { ...criterion, number: `1.${Number(criterion.number.slice(2)) + 1}` } : criterion
	);
	const extra = { ...find(enfield, '1.3'), title: 'A thing of its own', text: 'Nothing like it was asked before.' };
	const next = { ...enfield, criteria: [...shifted.slice(0, 2), extra, ...shifted.slice(2)] };
	expect(changesBetween(enfield, next).map(({ kind, number, keeps }) => [kind, number, keeps])).toEqual([
		['added', '1.3', false],
		['renumbered', '1.4', true],
		['renumbered', '1.5', true],
		['renumbered', '1.6', true]
	]);
	const carried = answersCarriedOver(enfield, next);
	expect([...carried].slice(0, 5)).toEqual([
		['1.1', '1.1'],
		['1.2', '1.2'],
		['1.3', '1.4'],
		['1.4', '1.5'],
		['1.5', '1.6']
	]);
	expect(carried.size).toBe(31);
	expect(answersCarriedOver(next, enfield).get('1.4')).toBe('1.3');
});

test('changed thresholds and levels are told and keep the answers', () => {
	const stricter: Framework = {
		...enfield,
		thresholds: { atLevel: 'F', below: 'F' },
		levels: enfield.levels?.map((level) => (level.number === 1 ? { ...level, name: 'Curious' } : level))
	};
	expect(changesBetween(enfield, stricter)).toEqual([
		{ kind: 'rules', sentence: 'What a level’s own criteria must reach changes from L to F', keeps: true },
		{ kind: 'level', sentence: 'Level 1 Interested is now called Curious', keeps: true }
	]);
	expect(answersCarriedOver(enfield, stricter).size).toBe(31);
});

test('a changed description of a rubric loses the answer of that aspect alone', () => {
	const descriptions = [...(find(aspects, '4').descriptions ?? [])];
	descriptions[2] = 'Quite another thing.';
	const next = changed(aspects, '4', { descriptions });
	expect(changesBetween(aspects, next)).toMatchObject([{ kind: 'reworded', number: '4', fields: ['descriptions'], keeps: false }]);
	expect([...answersCarriedOver(aspects, next).keys()]).toEqual(['1', '2', '3', '5', '6', '7']);
});

test('a scale says which ratings are new, gone, worth something else or mean something else', () => {
	const [none, part, full] = principles.scale ?? [];
	if (!none || !part || !full) throw new Error('the scale has three ratings');
	const next: Framework = {
		...principles,
		scale: [
			{ ...none, about: 'Nothing at all is done.' },
			{ ...part, id: 'some', name: 'Some' },
			{ ...full, worth: 0.9 }
		]
	};
	expect(changesBetween(principles, next)).toEqual([
		{ kind: 'rating', rating: 'not-met', sentence: 'The rating Not met is changed', keeps: false },
		{ kind: 'rating', rating: 'some', sentence: 'The rating Some is new', keeps: true },
		{ kind: 'rating', rating: 'met', sentence: 'The rating Met is worth 0.9 in place of 1', keeps: true },
		{ kind: 'rating', rating: 'partly-met', sentence: 'The rating Partly met is taken out', keeps: false }
	]);
});

test('outcomes, themes and the description are told', () => {
	const next: Framework = {
		...principles,
		name: 'Our principles',
		themes: principles.themes.map((theme) => (theme.id === 'customer-focused' ? { ...theme, name: 'People first' } : theme)),
		outcomes: principles.outcomes?.filter(({ id }) => id !== 'making-progress')
	};
	expect(changesBetween(principles, next).map(({ sentence }) => sentence)).toEqual([
		'The outcome Making progress is taken out',
		'The theme Customer focused is now called People first',
		'The framework’s name is changed'
	]);
});

test('another kind of framework keeps nothing', () => {
	expect(changesBetween(aspects, { ...aspects, kind: 'staged' })).toMatchObject([{ kind: 'rules', keeps: false }]);
	expect(answersCarriedOver(aspects, { ...aspects, kind: 'staged' }).size).toBe(0);
});

test('whatever is taken out and however the rest is ordered, only what is still asked keeps its answer, once each', () => {
	const numbers = enfield.criteria.map(({ number }) => number);
	fc.assert(
		fc.property(fc.subarray(numbers), fc.shuffledSubarray(numbers, { minLength: numbers.length }), (gone, order) => {
			const next = without({ ...enfield, criteria: order.map((number) => find(enfield, number)) }, ...gone);
			expect(Object.fromEntries(answersCarriedOver(enfield, next))).toEqual(
				Object.fromEntries(numbers.filter((number) => !gone.includes(number)).map((number) => [number, number]))
			);
			const changes = changesBetween(enfield, next);
			expect(changes.map(({ kind, number }) => `${kind} ${number}`)).toEqual(
				numbers.filter((n) => gone.includes(n)).map((n) => `removed ${n}`)
			);
		}),
		{ numRuns: 50 }
	);
});
