import { describe, expect, test } from 'vitest';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { aMap, aStep, looking } from '../../../../tests/support/maps.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { beginningOf, beginningsFor } from './choosing-beginning.server.ts';
import { differenceOf } from './difference.ts';
import { startMap } from './starting.server.ts';

const measured = aStep('a', {
	channel: 'phone',
	waitingMinutes: 9,
	demand: 10,
	failureDemand: 3,
	emotion: -1,
	quote: 'Why?',
	painPoints: 'Twice',
	evidenced: 'fully'
});
const begun = () => aMap([{ name: 'Report', who: 'Customer', steps: [measured, aStep('b')] }]);
const begin = ({ db, journey }: ReturnType<typeof begun>, kind: 'as-is' | 'to-be', from: string, map = '') => {
	const chosen = beginningOf(db, cast.manager, journey.id, { from, map });
	return chosen.ok ? startMap(db, cast.manager, journey, kind, chosen.beginning) : chosen;
};

describe('a map is begun', () => {
	test('to-be from as-is: each step knows where it came from, and only what was found stays behind', () => {
		const map = begun();
		expect(begin(map, 'to-be', 'as-is')).toMatchObject({ ok: true });
		const toBe = looking(map.db, map.journey, 'to-be');
		expect(toBe.step('a')).toMatchObject({
			fromStepId: map.id('a'),
			waitingMinutes: 9,
			demand: 10,
			emotion: -1,
			quote: '',
			painPoints: '',
			evidenced: 'none'
		});
		expect(differenceOf(map.now(), toBe.now())).toMatchObject({ added: [], removed: [], changed: [], moved: [], same: 2 });
	});

	test('from another journey’s map in sight: its words, and nothing measured', () => {
		const map = begun();
		const other = journeySeen(map.db, cast.manager, aJourney(map.db));
		const chosen = beginningOf(map.db, cast.manager, other.id, { from: 'map', map: map.mapId });
		expect(chosen).toMatchObject({
			ok: true,
			beginning: {
				stages: [
					{
						name: 'Report',
						steps: [{ does: 'a', channel: 'phone', waitingMinutes: null, demand: null, emotion: null, fromStepId: null }, {}]
					}
				]
			}
		});
		expect(beginningsFor(map.db, cast.manager, other.id, 'as-is').others).toMatchObject([{ id: map.mapId, kind: 'as-is' }]);
	});

	test('never from a map out of sight, or from what there is not', () => {
		const map = begun();
		const other = aJourney(map.db, { serviceId: 'planning' });
		expect(beginningOf(map.db, cast.planner, other, { from: 'map', map: map.mapId })).toMatchObject({ ok: false, field: 'map' });
		expect(beginningOf(map.db, cast.planner, other, { from: 'as-is', map: '' })).toMatchObject({ ok: false, field: 'from' });
		expect(beginningOf(map.db, cast.planner, other, { from: 'nonsense', map: '' })).toMatchObject({ ok: false, field: 'from' });
	});

	test('from a template or empty', () => {
		const map = begun();
		expect(begin(map, 'to-be', 'planning-application')).toMatchObject({ ok: true });
		expect(looking(map.db, map.journey, 'to-be').now().stages).toHaveLength(7);
		const chosen = beginningOf(map.db, cast.manager, map.journey.id, { from: 'empty', map: '' });
		expect(chosen).toMatchObject({ ok: true, beginning: { stages: [] } });
	});
});
