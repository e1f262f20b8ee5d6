import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf } from './difference.ts';
import type { MapStep } from './map.ts';
import { emptyStep } from './step-fields.ts';

const step = (id: string, fromStepId: string | null = null, more: Partial<MapStep> = {}): MapStep => ({
	...emptyStep,
	id,
	does: fromStepId ?? id,
	fromStepId,
	version: 1,
	...more
});
const map = (stages: Record<string, MapStep[]>) => ({
	stages: Object.entries(stages).map(([name, steps]) => ({ id: name, name, who: '', version: 1, steps }))
});
const ids = (steps: { id: string }[]) => steps.map(({ id }) => id);

const asIs = map({ Report: [step('a'), step('b')], Visit: [step('c'), step('d')] });

test('names steps added, removed, changed with their fields, and moved', () => {
	const toBe = map({
		Report: [step('A', 'a', { waitingMinutes: 5, quote: 'not compared' }), step('D', 'd'), step('new')],
		Visit: [step('C', 'c')]
	});
	const { added, removed, changed, moved, same } = differenceOf(asIs, toBe);
	expect(ids(added)).toEqual(['new']);
	expect(ids(removed)).toEqual(['b']);
	expect(changed.map(({ to, fields }) => [to.id, fields])).toEqual([['A', ['waitingMinutes']]]);
	expect(moved.map(({ to }) => to.id)).toEqual(['D']);
	expect(same).toBe(1);
});

test('a stage of another name moves nothing; another stage does', () => {
	const renamed = map({ 'Tell us': [step('A', 'a'), step('B', 'b')], Visit: [step('C', 'c'), step('D', 'd')] });
	expect(differenceOf(asIs, renamed)).toMatchObject({ moved: [], same: 4 });
	const over = map({ Report: [step('A', 'a'), step('B', 'b'), step('C', 'c')], Visit: [step('D', 'd')] });
	expect(differenceOf(asIs, over).moved.map(({ to }) => to.id)).toEqual(['C']);
});

test('of two steps made from one, the first is it', () => {
	const toBe = map({
		Report: [step('A', 'a'), step('A2', 'a'), step('B', 'b')],
		Visit: [step('C', 'c'), step('D', 'd'), step('E', 'gone')]
	});
	expect(ids(differenceOf(asIs, toBe).added)).toEqual(['A2', 'E']);
});

test('every step is told of once, whatever the order', () => {
	const letters = [...'abcdef'];
	fc.assert(
		fc.property(fc.shuffledSubarray(letters), fc.nat(3), (kept, news) => {
			const before = map({ One: letters.map((id) => step(id)) });
			const steps = [...kept.map((id) => step(id.toUpperCase(), id)), ...[...Array(news).keys()].map((n) => step(`new ${n}`))];
			const { added, removed, changed, moved, same } = differenceOf(before, map({ One: steps }));
			expect(added).toHaveLength(news);
			expect(removed.length + kept.length).toBe(letters.length);
			expect(changed).toEqual([]);
			expect(moved.length + same).toBe(kept.length);
			const inOrder = kept.every((id, i) => i === 0 || (kept[i - 1] ?? '') < id);
			expect(moved.length === 0).toBe(inOrder);
		})
	);
});
