import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channels, type Channel } from '../journeys/channels.ts';
import { compareChannels } from './cost-of-channels.ts';

const volumes = (counts: Partial<Record<Channel, number>>) =>
	Object.entries(counts).map(([channel, contacts]) => ({ channel: channel as Channel, contacts }));
const costs = (pence: Partial<Record<Channel, number>>) => (channel: Channel) => pence[channel] ?? null;

/** Northampton scrutiny panel, answer 10: contacts in 2011. */
const northampton = volumes({ phone: 359_218, 'face to face': 67_000, email: 21_567, web: 926_529 });
const pence = costs({ phone: 283, 'face to face': 862, email: 250, web: 15 });

describe('what moving between channels saves', () => {
	test('Northampton’s year against itself saves nothing and costs what it costs', () => {
		const shift = compareChannels(northampton, northampton, pence)!;
		expect(shift.now).toBe(1_374_314);
		expect(shift.rows.map(({ channel, shareNow }) => [channel, (shareNow * 100).toFixed(2)])).toEqual([
			['phone', '26.14'],
			['face to face', '4.88'],
			['email', '1.57'],
			['web', '67.42']
		]);
		// 359,218 × £2.83 + 67,000 × £8.62 + 21,567 × £2.50 + 926,529 × £0.15
		expect(shift.costNow).toBe(101_658_694 + 57_754_000 + 5_391_750 + 13_897_935);
		expect([shift.costAsBefore, shift.saved]).toEqual([shift.costNow, 0]);
	});

	test('Basildon’s aim, a fifth of the calls to self-service, on Northampton’s calls', () => {
		const moved = 71_844;
		const after = volumes({ phone: 359_218 - moved, 'face to face': 67_000, email: 21_567, web: 926_529 + moved });
		const shift = compareChannels(northampton, after, pence)!;
		expect(moved / 359_218).toBeCloseTo(0.2, 5);
		// each call that became a visit to the web saves £2.83 − £0.15
		expect(shift.saved).toBe(moved * (283 - 15));
		expect(shift.rows[0]).toMatchObject({ channel: 'phone', expected: 359_218, saved: moved * 283 });
	});

	test('more contacts in the same shares save nothing', () => {
		const doubled = northampton.map(({ channel, contacts }) => ({ channel, contacts: contacts * 2 }));
		expect(compareChannels(northampton, doubled, pence)).toMatchObject({ saved: 0, now: 2_748_628 });
	});

	test('a channel without a cost is in no sum, and is named', () => {
		const shift = compareChannels(volumes({ phone: 100, letter: 100 }), volumes({ phone: 50, letter: 150 }), costs({ phone: 300 }))!;
		expect(shift).toMatchObject({ withoutCost: ['letter'], costAsBefore: 30_000, costNow: 15_000, saved: 15_000 });
	});

	test('a channel that is new or gone counts', () => {
		const shift = compareChannels(volumes({ phone: 100 }), volumes({ web: 100 }), costs({ phone: 300, web: 10 }))!;
		expect(shift.saved).toBe(100 * 300 - 100 * 10);
	});

	test('nothing then, or nothing now, is no shift', () => {
		expect(compareChannels([], northampton, pence)).toBeNull();
		expect(compareChannels(northampton, volumes({ phone: 0 }), pence)).toBeNull();
	});
});

test('what is saved is the difference of the two costs to the penny, and the expected contacts are today’s', () => {
	const some = fc.array(fc.record({ channel: fc.constantFrom(...channels), contacts: fc.nat(1_000_000) }), { maxLength: 7 });
	const once = some.map((all) => [...new Map(all.map((one) => [one.channel, one])).values()]);
	fc.assert(
		fc.property(once, once, fc.array(fc.nat(2000), { minLength: 7, maxLength: 7 }), (before, now, prices) => {
			const shift = compareChannels(before, now, (channel) => prices[channels.indexOf(channel)] ?? null);
			if (!shift) return;
			expect(Math.abs(shift.costAsBefore - shift.costNow - shift.saved)).toBeLessThanOrEqual(1);
			expect(shift.rows.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(shift.now, 3);
			expect(shift.rows.reduce((sum, { shareNow }) => sum + shareNow, 0)).toBeCloseTo(1, 9);
		})
	);
});
