import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channels, type Channel } from '#lib/domain/journeys/channels.ts';
import { demandKinds } from './kinds.ts';
import { stepNamed, type DemandStep } from './steps.ts';
import { summarise, type Counted } from './summary.ts';
import { listeningOf } from './yearly.ts';

const steps: DemandStep[] = [
	{ id: 'a', number: 1, within: '1.1', does: 'Finds no hot water', stage: 'Notice' },
	{ id: 'b', number: 2, within: '1.2', does: 'Rings the council', stage: 'Notice' },
	{ id: 'c', number: 3, within: '2.1', does: 'Waits for a slot', stage: 'Wait' }
];
const costs = new Map<Channel, number>([['phone', 500]]);
const counted: Counted = {
	listening: listeningOf('2026-03-01', '2026-03-10'),
	bySteps: [
		{ stepId: 'c', kind: 'failure', count: 9 },
		{ stepId: 'b', kind: 'value', count: 6 },
		{ stepId: 'b', kind: 'failure', count: 2 },
		{ stepId: 'gone', kind: 'value', count: 1 },
		{ stepId: null, kind: 'value', count: 2 }
	],
	failures: [
		{ type: 'Asked twice', channel: 'phone', count: 2 },
		{ type: 'Where is my repair?', channel: 'phone', count: 7 },
		{ type: 'where is my repair?', channel: 'web', count: 2 }
	]
};

test('steps come in the order of the map, each with its value and failure demand; what is off the map stands last', () => {
	const { steps: byStep, all } = summarise(counted, steps, costs);
	expect(byStep.map(({ step, value, failure, all }) => [step, value, failure, all])).toEqual([
		['2. Rings the council', 6, 2, 8],
		['3. Waits for a slot', 0, 9, 9],
		['Of no step', 3, 0, 3]
	]);
	expect(all).toEqual({ value: 9, failure: 11, all: 20 });
});

test('the commonest failure comes first, capitals or not, with its year: 9 × 365 ÷ 10', () => {
	const { failures, whole } = summarise(counted, steps, costs);
	expect(failures.map(({ type, count, of, yearly, cost }) => [type, count, of, yearly, cost])).toEqual([
		['Where is my repair?', 9, 11, 329, null],
		['Asked twice', 2, 11, null, null]
	]);
	expect(failures[0]?.explained.at(-1)).toBe('No cost a contact is set for web, so no yearly cost is given.');
	// (9 × 500 + 2 × 20) × 365 ÷ 10 = 165,710 pence
	expect(whole.count).toBe(11);
	expect(summarise(counted, steps, new Map([...costs, ['web', 20] as const])).whole.cost).toBe(165_710);
});

test('an empty log has no figures', () => {
	const { steps: byStep, failures, all, whole } = summarise({ listening: null, bySteps: [], failures: [] }, steps, costs);
	expect([byStep, failures, all, whole.yearly]).toEqual([[], [], { value: 0, failure: 0, all: 0 }, null]);
	expect(whole.explained).toEqual(['Nothing was heard yet.']);
});

test('nothing is lost or counted twice: steps sum to the whole, types to the failures', () => {
	const rows = fc.array(
		fc.record({ stepId: fc.constantFrom('a', 'b', 'c', 'gone', null), kind: fc.constantFrom(...demandKinds), count: fc.nat(1000) })
	);
	const failures = fc.array(
		fc.record({ type: fc.constantFrom('One', 'one', 'Two', 'Three'), channel: fc.constantFrom(...channels), count: fc.nat(1000) })
	);
	fc.assert(
		fc.property(rows, failures, (bySteps, failures) => {
			const made = summarise({ listening: listeningOf('2026-03-01', '2026-03-20'), bySteps, failures }, steps, costs);
			const sum = (counts: { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
			expect(made.all.all).toBe(sum(bySteps));
			expect(made.all.value + made.all.failure).toBe(made.all.all);
			expect(sum(made.failures)).toBe(sum(failures));
			expect(made.whole.count).toBe(sum(failures));
			expect(made.failures.map(({ count }) => count)).toEqual(made.failures.map(({ count }) => count).toSorted((a, b) => b - a));
		})
	);
});

test.each([
	['', { ok: true, id: null }],
	['2', { ok: true, id: 'b' }],
	['2.1', { ok: true, id: 'c' }],
	[' waits  for a SLOT ', { ok: true, id: 'c' }],
	['3. Waits for a slot', { ok: true, id: 'c' }],
	['4', { ok: false, text: 'The as-is map has no step “4”. Write a number from 1 to 3, or what the customer does there' }]
])('a step is named by its number or by what the customer does: “%s”', (text, found) => {
	expect(stepNamed(steps, text)).toEqual(found);
});

test('a name that two steps share is not guessed at', () => {
	const twice = [...steps, { id: 'd', number: 4, within: '2.2', does: 'Rings the council', stage: 'Wait' }];
	expect(stepNamed(twice, 'rings the council')).toMatchObject({ ok: false });
	expect(stepNamed([], '1')).toMatchObject({ ok: false, text: expect.stringContaining('has no as-is map yet') });
});
