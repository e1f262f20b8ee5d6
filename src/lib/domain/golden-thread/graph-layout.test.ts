import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawn } from '../../../../tests/support/drawn-thread.ts';
import { boxHeight, boxWidth, layOut, type Graph } from './graph-layout.ts';
import { depthOf, levels } from './levels.ts';
import { parentsOf, type Thread } from './thread.ts';

const graphOf = (thread: Thread, shown = (_id: string) => true): Graph =>
	layOut(
		thread.strands
			.filter(({ id }) => shown(id))
			.map(({ id, number, level, title }) => ({
				id,
				number,
				level,
				title,
				mark: { kind: 'good' as const, text: 'Owned and measured' },
				here: false,
				folded: 0
			})),
		new Map(thread.strands.map(({ id }) => [id, parentsOf(thread, id).map((parent) => parent.id)]))
	);

/** Letters of the levels as `drawn` knows them, each strand under one or two of any level above. */
const aThread = fc
	.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(), fc.option(fc.nat())), { minLength: 1, maxLength: 60 })
	.map((rows) => {
		const names = ['V1'];
		const lines = ['V1'];
		rows.forEach(([level, first, second], at) => {
			const name = `${'VPCSTI'[level]}${at + 2}`;
			const above = names.filter((one) => 'VPCSTI'.indexOf(one[0]!) < level);
			const parents = [first, second ?? first].map((n) => above[n % above.length]!);
			lines.push(...[...new Set(parents)].map((parent) => `${name} > ${parent}`));
			names.push(name);
		});
		return drawn(lines.join(', '));
	});

const overlapping = ({ boxes }: Graph) =>
	boxes.flatMap((a, at) =>
		boxes
			.slice(at + 1)
			.filter((b) => Math.abs(a.x - b.x) < boxWidth && Math.abs(a.y - b.y) < boxHeight)
			.map((b) => `${a.id} ${b.id}`)
	);

describe('the picture', () => {
	test('places every strand, none over another, each left of what serves it and inside the picture', () => {
		fc.assert(
			fc.property(aThread, (thread) => {
				const graph = graphOf(thread);
				expect(graph.boxes.map(({ id }) => id).sort()).toEqual(thread.strands.map(({ id }) => id).sort());
				expect(overlapping(graph)).toEqual([]);
				const at = new Map(graph.boxes.map((box) => [box.id, box]));
				for (const { id } of thread.strands)
					for (const parent of parentsOf(thread, id)) expect(at.get(parent.id)!.x + boxWidth).toBeLessThan(at.get(id)!.x);
				for (const { x, y } of graph.boxes) {
					expect(x).toBeGreaterThanOrEqual(0);
					expect(x + boxWidth).toBeLessThanOrEqual(graph.width);
					expect(y + boxHeight).toBeLessThanOrEqual(graph.height);
				}
				const links = thread.strands.reduce((sum, { id }) => sum + parentsOf(thread, id).length, 0);
				expect(graph.edges).toHaveLength(links);
			})
		);
	});

	test('a strand whose parents are folded away is placed all the same', () => {
		const graph = graphOf(drawn('P1 > V1, C1 > P1, S1 > C1, S2 > C1'), (id) => id !== 'C1');
		expect(graph.boxes.map(({ id }) => id).sort()).toEqual(['P1', 'S1', 'S2', 'V1']);
		expect(overlapping(graph)).toEqual([]);
		expect(graph.edges).toHaveLength(1);
	});

	test('says in a box what fits there, and beside it how many are folded', () => {
		const strand = { id: 'a', number: 1, level: 'vision' as const, title: 'Heard', here: false, folded: 12 };
		const boxOf = (text: string, folded = 12) => {
			const graph = layOut([{ ...strand, folded, mark: { kind: 'bad', text } }], new Map());
			return { ...graph.boxes[0]!, width: graph.width };
		};
		expect(boxOf('Break: no owner, no measure')).toMatchObject({ state: '✕ no owner, no measure' });
		expect(boxOf('Break: serves nothing above it, nothing below, no owner').state).toBe('✕ 3 breaks');
		const { stub, width } = boxOf('Break: no owner');
		expect(stub! + 30).toBeLessThanOrEqual(width);
		expect(boxOf('Break: no owner', 0)).toMatchObject({ stub: null });
		expect(boxOf('Break: no owner', 0).width).toBeLessThan(width);
	});

	test('has a column a level, with its name above it, and only of levels that are there', () => {
		const graph = graphOf(drawn('P1 > V1, S1 > P1'));
		expect(graph.heads.map(({ label }) => label)).toEqual(['Visions', 'Priorities', 'Service objectives']);
		expect(new Set(graph.boxes.map(({ x }) => x)).size).toBe(3);
		expect(levels.map(depthOf)).toEqual([0, 1, 2, 3, 4, 5]);
	});
});
