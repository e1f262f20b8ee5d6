import { expect, test } from 'vitest';
import { numberedVisits, sameVisits } from './plan-in-rows.ts';
import type { PlannedVisit } from './planning.ts';

const visit = (change: Partial<PlannedVisit> = {}): PlannedVisit => ({
	serviceId: 'repairs',
	scenarioId: 'bins',
	shopperId: 'sam',
	fromOn: '2026-11-03',
	toOn: '2026-11-05',
	timeOfDay: 'morning',
	telling: 0,
	...change
});

test('visits are numbered in the order of their days, times and services, each with its telling', () => {
	const planned = [visit({ fromOn: '2026-11-04' }), visit({ telling: 2 }), visit({ timeOfDay: 'afternoon', telling: 9 })];
	const rows = numberedVisits(planned, 7, new Map([['bins', ['The brown one', 'The green one']]]));
	expect(rows.map(({ number, fromOn, timeOfDay, variant }) => [number, fromOn, timeOfDay, variant])).toEqual([
		[7, '2026-11-03', 'afternoon', ''],
		[8, '2026-11-03', 'morning', 'The green one'],
		[9, '2026-11-04', 'morning', '']
	]);
});

test('a visit that stands is counted for one that was planned, and a change by hand is none', () => {
	const planned = [visit(), visit(), visit({ serviceId: 'planning' })];
	expect(sameVisits(planned, planned)).toBe(3);
	expect(sameVisits(planned, [visit(), visit({ serviceId: 'planning', shopperId: 'tess' })])).toBe(1);
	expect(sameVisits([visit()], [visit(), visit()])).toBe(1);
});
