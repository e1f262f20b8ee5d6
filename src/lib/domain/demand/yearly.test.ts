import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#lib/domain/calendar/dates.ts';
import { channels, type Channel } from '#lib/domain/journeys/channels.ts';
import { explainYearly, listeningOf, yearlyCost, yearlyVolume, whyNotScaled, type ByChannel } from './yearly.ts';

const fortnight = listeningOf('2026-03-02', '2026-03-15');
const costs = new Map<Channel, number>([
	['phone', 490],
	['web', 12]
]);

test('the time of listening counts its first and its last day', () => {
	expect(fortnight).toEqual({ first: '2026-03-02', last: '2026-03-15', days: 14 });
	expect(listeningOf('2026-03-02', '2026-03-02')?.days).toBe(1);
	expect(listeningOf(null, null)).toBeNull();
});

test('worked by hand: 18 calls and 3 on the web in 14 days', () => {
	// 21 × 365 ÷ 14 = 547.5, rounded half up
	expect(yearlyVolume(21, fortnight)).toBe(548);
	// (18 × 490 + 3 × 12) × 365 ÷ 14 = 8,856 × 365 ÷ 14 = 230,888.57 pence
	const heard: ByChannel = [
		{ channel: 'phone', count: 18 },
		{ channel: 'web', count: 3 }
	];
	expect(yearlyCost(heard, fortnight, costs)).toBe(230_889);
	expect(explainYearly(heard, fortnight, costs)).toEqual([
		'21 contacts heard from 2 March 2026 to 15 March 2026, 14 days, first and last included.',
		'A year: 21 × 365 ÷ 14 = 548 contacts.',
		'Its cost: (18 by phone at £4.90 + 3 by web at £0.12) × 365 ÷ 14 = £2,308.89.'
	]);
});

test.each([
	[4, 14, 'Fewer than 5 contacts: too few to say anything about a year'],
	[5, 14, null],
	[50, 4, 'Listened for fewer than 5 days: too short a time to say anything about a year'],
	[5, 5, null]
])('%i contacts in %i days: %s', (count, days, why) => {
	const listening = listeningOf('2026-03-02', addDays('2026-03-02', days - 1));
	expect(whyNotScaled(count, listening)).toBe(why);
	expect(yearlyVolume(count, listening) === null).toBe(why !== null);
	const heard: ByChannel = [{ channel: 'phone', count }];
	expect(yearlyCost(heard, listening, costs) === null).toBe(why !== null);
	expect(explainYearly(heard, listening, costs).at(-1)).toBe(
		why ? `${why}. So no yearly figure is given.` : explainYearly(heard, listening, costs)[2]
	);
});

test('a channel without a cost leaves the volume and says so of the cost', () => {
	const heard: ByChannel = [
		{ channel: 'phone', count: 6 },
		{ channel: 'letter', count: 1 }
	];
	expect(yearlyVolume(7, fortnight)).toBe(183);
	expect(yearlyCost(heard, fortnight, costs)).toBeNull();
	expect(explainYearly(heard, fortnight, costs).at(-1)).toBe('No cost a contact is set for letter, so no yearly cost is given.');
});

const someHeard = fc
	.uniqueArray(fc.constantFrom(...channels), { minLength: 1 })
	.chain((chosen) =>
		fc.tuple(...chosen.map((channel) => fc.record({ channel: fc.constant(channel), count: fc.integer({ min: 0, max: 5_000 }) })))
	);
const someDays = fc.integer({ min: 5, max: 1_000 }).map((days) => listeningOf('2026-01-01', addDays('2026-01-01', days - 1)));

test('a year of listening is the count itself, and more contacts never make fewer a year', () => {
	const year = listeningOf('2026-01-01', '2026-12-31');
	fc.assert(
		fc.property(fc.integer({ min: 5, max: 1e6 }), someDays, (count, listening) => {
			expect(yearlyVolume(count, year)).toBe(count);
			expect(yearlyVolume(count + 1, listening)).toBeGreaterThanOrEqual(yearlyVolume(count, listening) ?? 0);
		})
	);
});

test('at one price for every channel the cost is the count at that price, within a penny of rounding', () => {
	fc.assert(
		fc.property(someHeard, someDays, fc.integer({ min: 0, max: 5_000 }), (heard, listening, pence) => {
			const count = heard.reduce((sum, one) => sum + one.count, 0);
			fc.pre(count >= 5);
			const cost = yearlyCost(heard, listening, new Map(channels.map((channel) => [channel, pence])));
			expect(Math.abs((cost ?? NaN) - (count * 365 * pence) / (listening?.days ?? 1))).toBeLessThanOrEqual(0.5);
		})
	);
});
