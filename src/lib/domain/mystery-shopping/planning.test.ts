import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channels } from '../journeys/channels.ts';
import { planVisits, type PlanAsked } from './planning.ts';

const asked: PlanAsked = {
	seed: '2026-11-22/1',
	startOn: '2026-11-02',
	endOn: '2026-11-27',
	perService: 6,
	windowDays: 3,
	services: ['bins', 'repairs', 'planning'].map((id) => ({ id, name: id })),
	scenarios: (['phone', 'email', 'web', 'face to face'] as const).map((channel) => ({
		id: `by ${channel}`,
		name: channel,
		channel,
		variants: 1,
		services: ['bins', 'repairs', 'planning']
	})),
	shoppers: ['ann', 'ben', 'cat'].map((id) => ({ id, name: id, never: [] }))
};
const planned = (change: Partial<PlanAsked> = {}) => {
	const outcome = planVisits({ ...asked, ...change });
	if (!outcome.ok) throw new Error(outcome.text);
	return outcome.visits;
};
const counts = (of: readonly string[]) => [...new Set(of)].map((one) => of.filter((other) => other === one).length);

test('drawn again it is the same, with another seed another', () => {
	expect(planned()).toEqual(planned());
	expect(planned({ seed: 'other' })).not.toEqual(planned());
});

test('work, channels and times of day are spread evenly when nothing stands against it', () => {
	const visits = planned();
	expect(visits).toHaveLength(18);
	expect(counts(visits.map(({ shopperId }) => shopperId))).toEqual([6, 6, 6]);
	expect(counts(visits.map(({ timeOfDay }) => timeOfDay))).toEqual([6, 6, 6]);
	for (const service of ['bins', 'repairs', 'planning']) {
		const of = visits.filter(({ serviceId }) => serviceId === service);
		expect(counts(of.map(({ scenarioId }) => scenarioId)).sort()).toEqual([1, 1, 2, 2]);
		expect(new Set(of.map(({ fromOn }) => fromOn)).size).toBe(6);
	}
});

test('days are working days of the wave, and a window ends with it', () => {
	for (const { fromOn, toOn } of planned({ startOn: '2026-11-26', endOn: '2026-11-30' })) {
		expect(['2026-11-26', '2026-11-27', '2026-11-30']).toContain(fromOn);
		expect(toOn <= '2026-11-30' && toOn >= fromOn).toBe(true);
	}
});

test('what is missing is named, all at once', () => {
	const refused = planVisits({
		...asked,
		services: [...asked.services, { id: 'leisure', name: 'Leisure' }],
		shoppers: [
			{ id: 'ann', name: 'Ann', never: ['bins'] },
			{ id: 'ben', name: 'Ben', never: ['bins'] }
		]
	});
	expect(refused).toMatchObject({
		ok: false,
		text: 'Nobody can visit bins: Ann, Ben all work there or declared a tie. No chosen scenario can be played to Leisure'
	});
	expect(planVisits({ ...asked, startOn: '2026-11-27', endOn: '2026-11-02' })).toMatchObject({ text: 'The wave ends before it starts' });
	expect(planVisits({ ...asked, startOn: '2026-11-28', endOn: '2026-11-29' })).toMatchObject({ text: 'The wave has no working day' });
});

const councils = fc
	.record({
		services: fc.integer({ min: 1, max: 6 }),
		shoppers: fc.integer({ min: 1, max: 5 }),
		perService: fc.integer({ min: 1, max: 7 }),
		seed: fc.string()
	})
	.chain(({ services, shoppers, perService, seed }) => {
		const ids = Array.from({ length: services }, (_, n) => `s${n}`);
		return fc
			.record({
				never: fc.array(fc.subarray(ids), { minLength: shoppers, maxLength: shoppers }),
				suits: fc.array(fc.record({ channel: fc.constantFrom(...channels), services: fc.subarray(ids, { minLength: 1 }) }), {
					minLength: 1,
					maxLength: 5
				})
			})
			.map(({ never, suits }): PlanAsked => ({
				...asked,
				seed,
				perService,
				services: ids.map((id) => ({ id, name: id })),
				scenarios: suits.map((suit, n) => ({ id: `c${n}`, name: `c${n}`, variants: n, ...suit })),
				shoppers: never.map((ids, n) => ({ id: `p${n}`, name: `p${n}`, never: ids }))
			}));
	});

test('whatever the council: nobody visits where they may not, each service has its visits, and no visit could be given to somebody with two fewer', () => {
	fc.assert(
		fc.property(councils, (council) => {
			const outcome = planVisits(council);
			const shoppersOf = (service: string) => council.shoppers.filter(({ never }) => !never.includes(service));
			const impossible = council.services.some(
				({ id }) => !shoppersOf(id).length || !council.scenarios.some(({ services }) => services.includes(id))
			);
			expect(outcome.ok).toBe(!impossible);
			if (!outcome.ok) return;
			const load = (id: string) => outcome.visits.filter(({ shopperId }) => shopperId === id).length;
			for (const { id } of council.services)
				expect(outcome.visits.filter(({ serviceId }) => serviceId === id)).toHaveLength(council.perService);
			for (const { serviceId, shopperId, scenarioId, fromOn, toOn } of outcome.visits) {
				const others = shoppersOf(serviceId).map(({ id }) => id);
				expect(others).toContain(shopperId);
				expect(council.scenarios.find(({ id }) => id === scenarioId)?.services).toContain(serviceId);
				expect(fromOn >= council.startOn && toOn <= council.endOn).toBe(true);
				for (const other of others) expect(load(shopperId) - load(other)).toBeLessThan(2);
			}
		})
	);
});
