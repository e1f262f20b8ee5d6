import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawn } from '../../../../tests/support/drawn-thread.ts';
import { inOutlineOrder, openAtFirst, outlineOf, outlineWith, type OutlineNode } from './outline.ts';
import { openAddress, outlineAskedIn } from './outline-asked.ts';

const thread = drawn('P2 > V1, P3 > V1, C5 > P2, C6 > P2, C6 > P3, S7 > C5, S8 > C6, T9 > S7, P4');
const said = (nodes: readonly OutlineNode[]): string =>
	nodes.map(({ strand, again, children }) => `${strand.id}${again ? '*' : ''}${children.length ? `(${said(children)})` : ''}`).join(' ');

test('a strand stands in full under the first it serves, and as a reference under the others', () => {
	expect(said(outlineOf(thread))).toBe('V1(P2(C5(S7(T9)) C6(S8)) P3(C6*)) P4');
	expect(inOutlineOrder(thread).map(({ id }) => id)).toEqual(['V1', 'P2', 'C5', 'S7', 'T9', 'C6', 'S8', 'P3', 'P4']);
});

test('some strands come with what stands above them, each once', () => {
	const of = (...ids: string[]) =>
		said(
			outlineWith(
				thread,
				ids.map((id) => thread.byId.get(id)!)
			)
		);
	expect(of('S7', 'S8')).toBe('V1(P2(C5(S7) C6(S8)))');
	expect(of('P4', 'P3')).toBe('P4 V1(P3)');
	expect(of('C6', 'P2', 'V1')).toBe('V1(P2(C6))');
	expect(of()).toBe('');
});

describe('what stands open at first', () => {
	test('whole levels, as long as the lines fit', () => {
		expect(openAtFirst(thread, 1)).toEqual([]);
		expect(openAtFirst(thread, 4)).toEqual([1]);
		// C6 is a line under both it serves
		expect(openAtFirst(thread, 6)).toEqual([1]);
		expect(openAtFirst(thread, 7)).toEqual([1, 2, 3]);
		expect(openAtFirst(thread, 100)).toEqual([1, 2, 3, 5, 6, 7]);
	});

	test('never draws more lines than were asked for, unless the top alone is more', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 12 }), (most, parents) => {
				const lines = parents.map((parent, at) => `S${at + 20} > P${parent + 2}, P${parent + 2} > V1`).join(', ');
				const one = drawn(lines);
				const open = new Set(openAtFirst(one, most));
				const count = (nodes: readonly OutlineNode[]): number =>
					nodes.reduce((sum, { strand, children }) => sum + 1 + (open.has(strand.number) ? count(children) : 0), 0);
				expect(count(outlineOf(one))).toBeLessThanOrEqual(Math.max(most, 1));
			})
		);
	});
});

test('the address carries what is open, and nothing else gets in by it', () => {
	const asked = (query: string) => outlineAskedIn(new URLSearchParams(query));
	expect(openAddress([3, 17], 17)).toBe('/thread?open=3.17#strand-17');
	expect(openAddress([], 3)).toBe('/thread?open=none#strand-3');
	expect(asked('').open).toBeNull();
	expect(asked('open=none').open).toEqual([]);
	expect(asked('open=3.17').open).toEqual([3, 17]);
	expect(asked('open=3.x.-1.99999999999.4').open).toEqual([3, 4]);
	expect(asked('open=all')).toMatchObject({ open: null, all: true });
	expect(asked('from=-5&level=dream')).toMatchObject({ from: 0, level: '' });
});
