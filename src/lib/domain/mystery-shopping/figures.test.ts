import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channels } from '../journeys/channels.ts';
import type { CountedVisit } from './counted-visit.ts';
import { divisions, fewestToCompare, figuresOf, lowestOf, type DivisionName } from './figures.ts';
import { levelsPromised, whyNotTold } from './reporting-level.ts';
import { namesAmong, withoutNames } from './without-names.ts';
import { levels, type Level } from './words.ts';

const visit = (change: Partial<CountedVisit> = {}): CountedVisit => ({
	channel: 'phone',
	serviceId: 'repairs',
	service: 'Housing repairs',
	teamId: null,
	team: null,
	staffId: null,
	staffName: null,
	quality: 80,
	access: 50,
	passed: true,
	answers: [],
	verbatims: [],
	...change
});
const visits = (n: number, change: Partial<CountedVisit> = {}) => Array.from({ length: n }, () => visit(change));
const basis = { before: [] as CountedVisit[], promised: 'service' as Level, narrowedTo: 'council' as Level };

test('eight of ten passed, with the Wilson interval of the published tables, and quality beside access', () => {
	const all = [...visits(8), ...visits(2, { passed: false, quality: 40, serviceId: 'planning', service: 'Planning' })];
	const { figures } = figuresOf({ ...basis, visits: all }, 'all');
	expect(figures[0]).toMatchObject({ visits: 10, quality: 72, access: 50, withheld: null });
	// Wilson 1927 for 8 of 10: 0.490 to 0.943
	expect(figures[0]?.pass?.low).toBeCloseTo(0.4902, 4);
	expect(figures[0]?.pass?.high).toBeCloseTo(0.9433, 4);
});

test('below five visits the count and the rate are shown and nothing is compared', () => {
	const before = visits(20, { passed: false });
	const four = figuresOf({ ...basis, visits: visits(fewestToCompare - 1), before }, 'service').figures[0];
	expect(four).toMatchObject({ visits: 4, trend: null, before: null });
	const five = figuresOf({ ...basis, visits: visits(fewestToCompare), before }, 'service').figures[0];
	expect(five?.trend).toContain('This wave is higher than the last');
	expect(figuresOf({ ...basis, visits: visits(9), before: visits(4) }, 'service').figures[0]?.trend).toBeNull();
});

test('a difference is named only where the intervals do not overlap', () => {
	const before = [...visits(4), ...visits(4, { passed: false })];
	const now = [...visits(6), ...visits(2, { passed: false })];
	expect(figuresOf({ ...basis, visits: now, before }, 'channel').figures[0]?.trend).toContain('cannot be told apart');
});

test('a standard is met where every question that tests it has its best answer', () => {
	const answer = (question: string, isBest: boolean) => ({ question, text: question, standards: ['T1'], isBest });
	const all = [visit({ answers: [answer('A1', true), answer('A2', false)] }), visit({ answers: [answer('A1', true)] }), visit()];
	expect(figuresOf({ ...basis, visits: all }, 'standard').figures[0]?.pass).toMatchObject({ numerator: 1, denominator: 2 });
	expect(figuresOf({ ...basis, visits: all }, 'question').figures.map(({ pass }) => [pass?.numerator, pass?.denominator])).toEqual([
		[2, 2],
		[0, 1]
	]);
});

test('at council level a channel whose visits all went to one service is not told: it would be that service’s figure', () => {
	const all = [...visits(6), ...visits(6, { channel: 'email' }), ...visits(6, { channel: 'email', serviceId: 'planning' })];
	const { figures } = figuresOf({ ...basis, visits: all, promised: 'council' }, 'channel');
	expect(figures.map(({ key, pass, withheld }) => [key, pass?.denominator, withheld !== null])).toEqual([
		['email', 12, false],
		['phone', undefined, true]
	]);
});

test('the lowest standards: below four in five, from five visits on', () => {
	const answers = (isBest: boolean, standard: string) => [{ question: standard, text: standard, standards: [standard], isBest }];
	const all = [
		...visits(5, { answers: answers(false, 'T2') }),
		...visits(4, { answers: answers(false, 'T3') }),
		...visits(9, { answers: answers(true, 'T1') })
	];
	expect(lowestOf(figuresOf({ ...basis, visits: all }, 'standard').figures).map(({ key }) => key)).toEqual(['T2']);
});

const anyVisit = fc
	.record({
		channel: fc.constantFrom(...channels),
		service: fc.constantFrom('a', 'b', 'c'),
		team: fc.constantFrom('t', 'u', null),
		passed: fc.boolean()
	})
	.map(({ channel, service, team, passed }) =>
		visit({
			channel,
			serviceId: service,
			service: `SERVICE-${service}`,
			teamId: team,
			team: team && `TEAM-${team}`,
			staffId: team && `p${team}`,
			staffName: team && `STAFF-${team}`,
			passed
		})
	);
const namesBelow: Record<Level, string[]> = {
	council: ['SERVICE-', 'TEAM-', 'STAFF-'],
	service: ['TEAM-', 'STAFF-'],
	team: ['STAFF-'],
	individual: []
};

test('whatever the visits: no division names anything below the promised level, and every rate is within its interval', () => {
	fc.assert(
		fc.property(
			fc.array(anyVisit, { maxLength: 40 }),
			fc.array(anyVisit, { maxLength: 40 }),
			fc.constantFrom(...levels),
			fc.constantFrom(...levels.slice(0, 2)),
			fc.constantFrom(...(Object.keys(divisions) as DivisionName[])),
			(now, before, promised, narrowedTo, name) => {
				const told = figuresOf({ visits: now, before, promised, narrowedTo }, name);
				const words = JSON.stringify(told.figures);
				for (const below of namesBelow[promised]) expect(words).not.toContain(below);
				if (levels.indexOf(narrowedTo) > levels.indexOf(promised)) expect(told.figures).toEqual([]);
				for (const { pass, visits: n, trend, withheld } of told.figures) {
					if (pass) expect(pass.low <= pass.share && pass.share <= pass.high && pass.denominator <= n).toBe(true);
					if (n < fewestToCompare) expect(trend).toBeNull();
					if (withheld) expect(pass).toBeNull();
				}
			}
		)
	);
});

test('the gate: a level is told exactly where it is not below the promise', () => {
	for (const promised of levels)
		for (const at of levels) expect(whyNotTold({ promised, at }) === null).toBe(levelsPromised(promised).includes(at));
	expect(whyNotTold({ promised: 'council', at: 'service' })).toBe(
		'Staff were promised that results are reported for the council at the lowest, so there are none for services'
	);
});

test('names, addresses and numbers are taken out of what was written', () => {
	const staff = namesAmong(['Jane Okafor', 'Will Smith-Jones']);
	expect(withoutNames('Jane was kind. OKAFOR is misspelt, Okafor is not.', staff)).toBe(
		'[name] was kind. OKAFOR is misspelt, [name] is not.'
	);
	expect(withoutNames('I spoke to Priya Patel. She will ring back', staff)).toBe('I spoke to [name]. She will ring back');
	expect(withoutNames('Mr Brown, jane@council.gov.uk or 01632 960 120', staff)).toBe('Mr [name], [email address] or [number]');
	expect(withoutNames('It was Will Smith-Jones again', staff)).toBe('It was [name] again');
	expect(withoutNames('Nothing to hide on Monday at 14:30', staff)).toBe('Nothing to hide on Monday at 14:30');
});
