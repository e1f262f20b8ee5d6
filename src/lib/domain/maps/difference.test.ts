import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceInWords } from './difference-words.ts';
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
	expect(moved.map(({ to, stage }) => [to.id, stage])).toEqual([['D', 'Report']]);
	expect(same).toBe(1);
	expect(differenceInWords(differenceOf(asIs, toBe))).toBe(
		'Of 4 steps 1 stays as it is, 1 is changed, 1 is moved and 1 is taken away; 1 is new.'
	);
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

test('the picture of one step moved marks one step, whichever and wherever to', () => {
	const letters = [...'abcdefghij'];
	const cut = (steps: MapStep[], at: number) => map({ One: steps.slice(0, at), Two: steps.slice(at) });
	const place = fc.nat(letters.length - 1);
	fc.assert(
		fc.property(place, place, fc.integer({ min: 1, max: 9 }), (from, to, edge) => {
			const before = cut(
				letters.map((id) => step(id)),
				edge
			);
			const rest = letters.filter((_, i) => i !== from);
			const after = rest.toSpliced(to, 0, letters[from] ?? '').map((id) => step(id.toUpperCase(), id));
			// the edge between the stages stays between the same two steps, unless the step moved over it
			const over = (from < edge ? 1 : 0) - (to < edge - (from < edge ? 1 : 0) ? 1 : 0);
			const { moved, changed } = differenceOf(before, cut(after, edge - over));
			expect(changed).toEqual([]);
			expect(moved.length).toBeLessThanOrEqual(1);
			if (Math.abs(from - to) > 1) expect(moved.map(({ from: { id } }) => id)).toEqual([letters[from]]);
			if (moved[0]?.stage) expect(over).not.toBe(0);
		})
	);
});

test('moved are as few steps as explain the new order', () => {
	const letters = [...'abcdefg'];
	/** The longest row of letters in their order, by trying every one. */
	const longest = (row: string[]): number =>
		Math.max(
			...Array.from({ length: 2 ** row.length }, (_, bits) => {
				const some = row.filter((_, i) => bits & (2 ** i));
				return some.every((id, i) => i === 0 || (some[i - 1] ?? '') < id) ? some.length : 0;
			})
		);
	fc.assert(
		fc.property(fc.shuffledSubarray(letters), (kept) => {
			const before = map({ One: letters.map((id) => step(id)) });
			const { moved } = differenceOf(before, map({ One: kept.map((id) => step(id.toUpperCase(), id)) }));
			expect(moved.length).toBe(kept.length - longest(kept));
			const stayed = kept.filter((id) => !moved.some(({ from }) => from.id === id));
			expect(stayed).toEqual([...stayed].sort());
		})
	);
});
