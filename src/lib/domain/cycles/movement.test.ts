import { expect, test } from 'vitest';
import { staged } from '../../../../tests/support/frameworks.ts';
import { headlineOf, movementIn, movementInWords, type MovementGroup } from './movement.ts';

const framework = staged('1.1 2.1 3.1 4.1 5.1');
const awards = [null, 'Bronze', 'Bronze', 'Silver', 'Silver', 'Gold'];
const group = (baseline: number | null, now: number | null, count: number, more: Partial<MovementGroup> = {}): MovementGroup => ({
	status: now === null ? 'draft' : 'agreed',
	agreedLevel: now,
	agreedAward: now === null ? null : (awards[now] ?? null),
	baselineLevel: baseline,
	baselineAward: baseline === null ? null : (awards[baseline] ?? null),
	isBaseline: false,
	count,
	...more
});

/** The council of the drawing: 12 services, one without an agreed result. */
const council = [
	group(1, 3, 2),
	group(3, 5, 1),
	group(1, 2, 3),
	group(2, 3, 2),
	group(3, 4, 1),
	group(0, 1, 1),
	group(1, 1, 1),
	group(2, null, 1)
];

test('awards then and now, highest first', () => {
	const movement = movementIn(framework, council);
	expect(movement.awards).toEqual([
		{ award: 'Gold', baseline: 0, now: 1 },
		{ award: 'Silver', baseline: 2, now: 5 },
		{ award: 'Bronze', baseline: 9, now: 5 },
		{ award: null, baseline: 1, now: 0 }
	]);
	expect(movement).toMatchObject({ total: 12, agreed: 11, notYet: { baseline: 0, now: 1 }, up: 10, same: 1, down: 0 });
});

test('the page is headed by what was found', () => {
	const movement = movementIn(framework, council);
	// Silver or Gold: 2 then, 6 now
	expect(headlineOf(movement)).toBe('Four more services hold Silver or Gold');
	expect(movementInWords(movement)).toBe(
		'11 of 12 services have an agreed result. Against baseline, 10 of 11 moved up, 1 stayed and 0 fell.'
	);
});

test('in the baseline cycle itself nobody has moved', () => {
	const first = movementIn(framework, [group(3, 3, 2, { isBaseline: true }), group(1, 1, 1, { isBaseline: true }), group(null, null, 1)]);
	expect(first).toMatchObject({ up: 0, same: 0, down: 0, notYet: { baseline: 1, now: 1 } });
	expect(headlineOf(first)).toBe('Two of four services hold Silver or Gold');
	expect(movementInWords(first)).toContain('None has an earlier baseline');
});

test('nothing agreed yet, and a fall', () => {
	expect(headlineOf(movementIn(framework, [group(1, null, 3)]))).toBe('No result is agreed yet');
	const fallen = movementIn(framework, [group(3, 2, 1), group(3, 3, 1)]);
	expect(fallen).toMatchObject({ up: 0, same: 1, down: 1 });
	expect(headlineOf(fallen)).toBe('No service has moved up since baseline');
});
