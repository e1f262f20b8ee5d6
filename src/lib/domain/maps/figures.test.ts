import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channels } from '#lib/domain/journeys/channels.ts';
import { compareFigures } from './comparing-figures.ts';
import { figuresOf } from './figures.ts';
import type { MapStep } from './map.ts';
import { emptyStep } from './step-fields.ts';
import { servers } from './step-words.ts';

const step = (more: Partial<MapStep>): MapStep => ({ ...emptyStep, id: '', does: 'Does', fromStepId: null, version: 1, ...more });
const mapOf = (...steps: Partial<MapStep>[]) => ({
	stages: [{ id: 's', name: 'Stage', who: '', version: 1, steps: steps.map((one, i) => step({ id: `${i}`, ...one })) }]
});
const day = 24 * 60;

/** The journey of the drawing, its two-handed steps told one by one: 'tier 1, then tier 2', 'phone, SMS', 'tier 1, partner'. */
const repair = mapOf(
	{ channel: 'web', servedBy: 'nobody', emotion: -1, waitingMinutes: 14 * 60, handlingMinutes: 12, demand: 9200, failureDemand: 2100 },
	{ channel: 'phone', servedBy: 'tier 1', emotion: -1, waitingMinutes: 9, handlingMinutes: 11, demand: 11400, failureDemand: 3300 },
	{ channel: 'phone', servedBy: 'tier 2', waitingMinutes: 0, handlingMinutes: 0, demand: 0, failureDemand: 0 },
	{ channel: 'SMS', servedBy: 'tier 2', emotion: -2, waitingMinutes: 11 * day, handlingMinutes: 4, demand: 6900, failureDemand: 4700 },
	{ channel: 'face to face', servedBy: 'partner', emotion: 1, waitingMinutes: 0, handlingMinutes: 55, demand: 2600, failureDemand: 0 },
	{ channel: 'phone', servedBy: 'tier 1', emotion: -2, waitingMinutes: 13 * day, handlingMinutes: 40, demand: 1300, failureDemand: 1200 },
	{ channel: 'phone', servedBy: 'partner', waitingMinutes: 0, handlingMinutes: 0, demand: 0, failureDemand: 0 },
	{ channel: 'SMS', servedBy: 'back office', emotion: 0, waitingMinutes: 2 * day, handlingMinutes: 1, demand: 400, failureDemand: 120 }
);
const each490 = { web: 490, phone: 490, SMS: 490, 'face to face': 490 };

describe('the figures of a map', () => {
	test('are those of the drawing', () => {
		const rows = Object.fromEntries(compareFigures(figuresOf(repair, each490), null).map(({ key, asIs }) => [key, asIs]));
		expect(rows).toMatchObject({
			time: { text: '26.7 days' },
			waiting: { text: '99.7%' },
			handOffs: { text: '5' },
			channelSwitches: { text: '5' },
			failure: { text: '11,420', note: '35.9% of 31,800' },
			cost: { text: '£55,958' },
			unmeasured: { text: '0', note: 'of 8' }
		});
	});

	test('time is worked out by hand: 14 h + 9 min + 26 days waiting, 2 h 3 min handling', () => {
		const { time } = figuresOf(repair, {});
		expect(time).toMatchObject({ waiting: 38_289, handling: 123, total: 38_412, waitingShare: { part: 38_289, whole: 38_412 } });
		expect(time.explain).toContain('make 26.7 days');
		expect(time.explainShare).toBe('Waiting 38,289 min ÷ all of it 38,412 min = 99.7%.');
	});

	test('hand-offs pass over steps at which the customer is alone', () => {
		const of = (...who: MapStep['servedBy'][]) => figuresOf(mapOf(...who.map((servedBy) => ({ servedBy }))), {}).handOffs;
		expect(of('nobody', 'tier 1', 'nobody', 'tier 1').count).toBe(0);
		expect(of('tier 1', 'nobody', 'tier 2')).toMatchObject({ count: 1, passes: [{ from: 'tier 1', to: 'tier 2', at: 'step 3' }] });
		expect(of('tier 1', 'tier 2', 'tier 1').explain).toContain('tier 1 to tier 2 at step 2; tier 2 to tier 1 at step 3');
	});

	test('channel switches pass over steps without a channel', () => {
		const of = (...ways: MapStep['channel'][]) => figuresOf(mapOf(...ways.map((channel) => ({ channel }))), {}).channelSwitches.count;
		expect(of('phone', null, 'phone', 'web', null, 'phone')).toBe(2);
	});

	test('the cost leaves out and names what has no cost per contact', () => {
		const { cost } = figuresOf(
			mapOf(
				{ channel: 'phone', demand: 10, failureDemand: 4 },
				{ channel: 'web', demand: 10, failureDemand: 6 },
				{ channel: null, demand: 10, failureDemand: 2 }
			),
			{ phone: 285 }
		);
		expect(cost).toMatchObject({
			pence: 1140,
			leftOut: [
				{ channel: 'web', contacts: 6 },
				{ channel: null, contacts: 2 }
			]
		});
		expect(cost.explain).toBe(
			'phone 4 × £2.85 = £11.40; in all £11.40 a year. Left out, for want of a cost per contact: 6 contacts by web, 2 contacts at steps without a channel.'
		);
		expect(figuresOf(mapOf({ channel: 'web', demand: 1, failureDemand: 1 }), {}).cost.pence).toBeNull();
	});

	test('what is not measured is missing, not nothing', () => {
		const figures = figuresOf(mapOf({ waitingMinutes: 5 }, { demand: 10 }, {}), {});
		expect(figures).toMatchObject({ failure: { contacts: null, share: null }, cost: { pence: null } });
		expect(figures.time).toMatchObject({ waiting: 5, handling: null, total: 5 });
		expect(figures.unmeasured).toMatchObject({ time: 3, demand: 3, any: 3, of: 3 });
		expect(figuresOf({ stages: [] }, {}).time).toMatchObject({ total: null, waitingShare: null });
	});

	test('the difference is that of the exact figures', () => {
		const asIs = mapOf({ waitingMinutes: 100, handlingMinutes: 0, servedBy: 'tier 1' }, { servedBy: 'tier 2', waitingMinutes: 0 });
		const toBe = mapOf({ waitingMinutes: 20, handlingMinutes: 20, servedBy: 'tier 1' });
		const rows = Object.fromEntries(
			compareFigures(figuresOf(asIs, {}), figuresOf(toBe, {})).map(({ key, difference, explain }) => [key, [difference, explain.length]])
		);
		expect(rows).toMatchObject({
			time: ['−1 hour', 2],
			waiting: ['−50.0 points', 2],
			handOffs: ['−1', 2],
			channelSwitches: ['no change', 2],
			failure: [null, 2],
			cost: [null, 2]
		});
	});
});

describe('of any map', () => {
	const some = fc.record({
		channel: fc.constantFrom(null, ...channels),
		servedBy: fc.constantFrom(...servers),
		emotion: fc.constantFrom(null, -2, -1, 0, 1, 2),
		waitingMinutes: fc.option(fc.nat(10_000)),
		handlingMinutes: fc.option(fc.nat(10_000)),
		demand: fc.nat(10_000),
		failureDemand: fc.option(fc.nat(100))
	});
	const steps = fc.array(
		some.map((one) => ({ ...one, demand: one.demand + 100 })),
		{ maxLength: 12 }
	);

	test('every figure stays in its range, and each is explained', () => {
		fc.assert(
			fc.property(steps, (list) => {
				const { curve, time, handOffs, channelSwitches, failure, cost, unmeasured } = figuresOf(mapOf(...list), { phone: 285 });
				expect(curve.points).toHaveLength(list.length);
				if (time.waitingShare) expect(time.waitingShare.part).toBeLessThanOrEqual(time.waitingShare.whole);
				for (const { count } of [handOffs, channelSwitches]) expect(count).toBeLessThan(Math.max(1, list.length));
				if (failure.share) expect(failure.share.part).toBeLessThanOrEqual(failure.share.whole);
				const told = [...cost.parts, ...cost.leftOut].reduce((sum, { contacts }) => sum + contacts, 0);
				expect(told).toBe(failure.contacts ?? 0);
				expect(unmeasured.any).toBeLessThanOrEqual(list.length);
				for (const { explain } of [curve, time, handOffs, channelSwitches, failure, cost, unmeasured]) expect(explain).not.toBe('');
			})
		);
	});

	test('what is summed does not ask for the order, and a map with itself has no difference', () => {
		fc.assert(
			fc.property(steps, (list) => {
				const [one, other] = [figuresOf(mapOf(...list), each490), figuresOf(mapOf(...[...list].reverse()), each490)];
				expect([other.time.total, other.failure.contacts, other.cost.pence]).toEqual([
					one.time.total,
					one.failure.contacts,
					one.cost.pence
				]);
				for (const { difference } of compareFigures(one, one)) expect([null, 'no change']).toContain(difference);
			})
		);
	});
});
