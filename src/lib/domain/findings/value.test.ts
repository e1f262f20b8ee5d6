import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainValue, quadrantOf, quadrants, valueOf, type Rated } from './value.ts';

const usual = { customerWeight: 2, councilWeight: 1 };
const rated = (customerValue: number | null, councilValue: number | null, effort: number | null): Rated => ({
	customerValue,
	councilValue,
	effort
});

test.each([
	// (5 × 2 + 2 × 1) ÷ 3 = 4; (4 × 2 + 3) ÷ 3 = 11 ÷ 3; (1 × 2 + 4) ÷ 3 = 2; 8 ÷ 3 = 2.666…
	[rated(5, 2, 2), '4.00', 'quick win'],
	[rated(4, 3, 4), '3.67', 'worth planning'],
	[rated(1, 4, 3), '2.00', 'fill in'],
	[rated(2, 4, 5), '2.67', 'leave'],
	[rated(3, 3, 3), '3.00', 'quick win'],
	[rated(4, 1, 4), '3.00', 'worth planning']
] as const)('%j is worth %s: %s', (what, value, quadrant) => {
	expect(valueOf(what, usual)).toBe(value);
	expect(quadrantOf(what, usual)).toBe(quadrant);
});

test('a side that counts and is not rated leaves no value; one that weighs nothing need not be rated', () => {
	expect(valueOf(rated(null, 3, 2), usual)).toBeNull();
	expect(quadrantOf(rated(null, 3, 2), usual)).toBeNull();
	expect(valueOf(rated(4, null, 2), { customerWeight: 1, councilWeight: 0 })).toBe('4.00');
	expect(quadrantOf(rated(4, 4, null), usual)).toBeNull();
	expect(valueOf(rated(4, 4, null), { customerWeight: 0, councilWeight: 0 })).toBeNull();
});

test('the corner goes by the exact value, not the rounded one', () => {
	// (3 × 399 + 2) ÷ 400 = 2.9975, which two places show as 3.00
	const weights = { customerWeight: 399, councilWeight: 1 };
	expect(valueOf(rated(3, 2, 1), weights)).toBe('3.00');
	expect(quadrantOf(rated(3, 2, 1), weights)).toBe('fill in');
});

test('it says how it was worked out', () => {
	expect(explainValue(rated(5, 2, 2), usual)).toEqual([
		'What customers gain: 5 of 5, counted 2 times.',
		'What the council gains: 2 of 5, counted once.',
		'Value: (5 × 2 + 2 × 1) ÷ 3 = 4.00 of 5.',
		'Effort: 2 of 5.',
		'A value of 3 or more is much, an effort of 3 or less is little: quick win.'
	]);
	expect(explainValue(rated(5, null, null), usual)).toContain('There is no value yet: rate what customers and the council gain.');
});

const one = fc.integer({ min: 1, max: 5 });
const weight = fc.integer({ min: 0, max: 10 });

test('a value lies between its two sides, grows with each, and has a corner', () => {
	fc.assert(
		fc.property(one, one, one, weight, weight, (customer, council, effort, customerWeight, councilWeight) => {
			fc.pre(customerWeight + councilWeight > 0);
			const weights = { customerWeight, councilWeight };
			const value = Number(valueOf(rated(customer, council, effort), weights));
			expect(value).toBeGreaterThanOrEqual(Math.min(customer, council));
			expect(value).toBeLessThanOrEqual(Math.max(customer, council));
			if (customer < 5) expect(Number(valueOf(rated(customer + 1, council, effort), weights))).toBeGreaterThanOrEqual(value);
			expect(quadrants).toContain(quadrantOf(rated(customer, council, effort), weights));
		})
	);
});
