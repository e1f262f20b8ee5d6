import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyPage, everyRow, paged, pageSize, type Place } from './paging.ts';

/** A list of the numbers below `count`, read as a query by key would. */
const listOf =
	(count: number) =>
	({ after, before }: Place<number>, limit: number): number[] => {
		const all = Array.from({ length: count }, (_, i) => i);
		if (before !== undefined)
			return all
				.filter((i) => i < before)
				.reverse()
				.slice(0, limit);
		return all.filter((i) => after === undefined || i > after).slice(0, limit);
	};
const same = (row: number) => row;

test('going on to the end and back again shows every row once each way', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 5 * pageSize }), (count) => {
			const read = listOf(count);
			const page = (place: Place<number>) => paged(read(place, pageSize + 1), place, same);
			const there: number[] = [];
			let here = page({});
			expect(here.previous).toBeNull();
			there.push(...here.rows);
			while (here.next !== null) {
				here = page({ after: here.next });
				there.push(...here.rows);
			}
			expect(there).toEqual(Array.from({ length: count }, (_, i) => i));
			const back: number[][] = [here.rows];
			while (here.previous !== null) {
				here = page({ before: here.previous });
				back.unshift(here.rows);
			}
			expect(back.flat()).toEqual(there);
		})
	);
});

test('a download reads five hundred at a time, to the last', () => {
	expect([...everyPage(listOf(1000), same)].map(({ length }) => length)).toEqual([500, 500, 0]);
	expect([...everyRow(listOf(501), same)]).toHaveLength(501);
	expect([...everyRow(listOf(0), same)]).toEqual([]);
});
