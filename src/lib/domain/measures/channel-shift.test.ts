import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costToServe, savingSince, shiftSince, type Volumes } from './channel-shift.ts';

const names = { before: '2011', now: '2013' };
/** Northampton scrutiny panel, answer 10: the calendar year 2011. */
const northampton: Volumes = { byChannel: { phone: 359218, 'face to face': 67000, email: 21567, web: 926529 }, selfService: 5377 };
const served = 359218 + 67000 + 21567;
const pence = { phone: 490, 'face to face': 1240, email: 410, web: 32 };

test('Northampton’s 5,377 online transactions are 1.2 % of its 453,162 contacts; visits to the website are none of them', () => {
	const shift = shiftSince(northampton, northampton, names)!;
	expect(shift.before).toEqual({ numerator: 5377, denominator: 453162, share: 5377 / 453162 });
	expect((shift.before.share * 100).toFixed(2)).toBe('1.19');
	expect(shift).toMatchObject({ points: 0, moved: 0 });
});

test('Basildon’s shift: a fifth of what staff served goes to self-service, the rest stays as it was', () => {
	// 20 % of every served channel, as the benefit evaluation has it
	const fifth = (n: number) => Math.round(n / 5);
	const moved = fifth(359218) + fifth(67000) + fifth(21567);
	const after: Volumes = {
		byChannel: { phone: 359218 - fifth(359218), 'face to face': 67000 - fifth(67000), email: 21567 - fifth(21567) },
		selfService: 5377 + moved
	};
	expect(moved).toBe(89557);
	const shift = shiftSince(northampton, after, names)!;
	expect(shift.moved).toBe(moved);
	expect(shift.points.toFixed(2)).toBe(((moved / 453162) * 100).toFixed(2));
	expect(shift.now.denominator).toBe(453162);
	// each contact that moved saves what its channel costs less what self-service costs
	const byHand = fifth(359218) * (490 - 32) + fifth(67000) * (1240 - 32) + fifth(21567) * (410 - 32);
	expect(savingSince(northampton, after, pence, names)).toMatchObject({
		pence: byHand,
		asBefore: 359218 * 490 + 67000 * 1240 + 21567 * 410 + 5377 * 32
	});
	expect(byHand).toBe(71844 * 458 + 13400 * 1208 + 4313 * 378);
	expect(shift.explain.join(' ')).toContain('5,377 of 453,162');
});

test('fewer contacts alone are no saving, and no shift', () => {
	const half: Volumes = { byChannel: { phone: 50, 'face to face': 10 }, selfService: 20 };
	const all: Volumes = { byChannel: { phone: 100, 'face to face': 20 }, selfService: 40 };
	expect(savingSince(all, half, pence, names)).toMatchObject({ pence: 0 });
	expect(shiftSince(all, half, names)).toMatchObject({ points: 0, moved: 0 });
});

test('nothing is worked out without contacts, or with a cost nobody has set', () => {
	const none: Volumes = { byChannel: { web: 5000 }, selfService: 0 };
	expect(shiftSince(none, northampton, names)).toBeNull();
	expect(savingSince(northampton, northampton, { phone: 490 }, names)).toEqual({ lacking: ['face to face', 'email', 'web'] });
	expect(costToServe(northampton, { phone: 490 })).toBeNull();
});

test('cost to serve is each channel’s contacts times its cost, over all of them', () => {
	const cost = 359218 * 490 + 67000 * 1240 + 21567 * 410 + 5377 * 32;
	expect(costToServe(northampton, pence)).toEqual({ pence: cost, contacts: served + 5377, each: cost / (served + 5377) });
});

test('moving a contact to a cheaper channel never makes the saving smaller', () => {
	fc.assert(
		fc.property(fc.nat(5000), fc.nat(5000), fc.integer({ min: 1, max: 5000 }), (phone, self, extra) => {
			const before: Volumes = { byChannel: { phone: phone + extra }, selfService: self };
			const one: Volumes = { byChannel: { phone: phone + extra - 1 }, selfService: self + 1 };
			const saved = (now: Volumes) => (savingSince(before, now, pence, names) as { pence: number }).pence;
			expect(saved(one)).toBeGreaterThan(saved(before));
		})
	);
});
