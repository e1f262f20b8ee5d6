import { expect, test } from 'vitest';
import type { CountedVisit } from './counted-visit.ts';
import { figureDots } from './figure-words.ts';
import { quotesOf } from './quoting.ts';
import { figuresByWave } from './wave-by-wave.ts';

const visit = (passed: boolean, serviceId: string, words: string[] = []): CountedVisit => ({
	channel: 'phone',
	serviceId,
	service: serviceId,
	teamId: null,
	team: null,
	staffId: null,
	staffName: null,
	quality: 80,
	access: null,
	passed,
	answers: [],
	verbatims: words
});
const of = (passed: number, failed: number, serviceId = 'repairs') => [
	...Array.from({ length: passed }, () => visit(true, serviceId)),
	...Array.from({ length: failed }, () => visit(false, serviceId))
];
const wave = (name: string, visits: CountedVisit[]) => ({ id: name, name, state: 'closed' as const, visits });
const bound = { promised: 'service', narrowedTo: 'council' } as const;

test('each wave has its rate with its interval, held against the one before, oldest first', () => {
	const found = figuresByWave([wave('First', of(2, 18)), wave('Second', of(19, 1)), wave('Third', of(3, 1))], bound);
	expect(found.map(({ name, pass }) => [name, pass?.numerator, pass?.denominator])).toEqual([
		['First', 2, 20],
		['Second', 19, 20],
		['Third', 3, 4]
	]);
	expect(found.map(({ trend }) => trend)).toEqual([null, expect.stringContaining('This wave is higher than the last'), null]);
});

test('a wave whose visits were all to one service tells nothing where only the council was promised', () => {
	const found = figuresByWave([wave('First', of(9, 1)), wave('Second', [...of(5, 5), ...of(5, 5, 'planning')])], {
		...bound,
		promised: 'council'
	});
	expect(found.map(({ pass }) => pass?.denominator ?? null)).toEqual([null, 20]);
	expect(figureDots(found, 'Passed')?.rows.map(({ name }) => name)).toEqual(['Second']);
});

test('dots have their interval in percent, and none are drawn of nothing or of too many', () => {
	const found = figuresByWave([wave('First', of(8, 2))], bound);
	expect(figureDots(found, 'Passed')).toMatchObject({ beside: null, rows: [{ value: 80, beside: null }] });
	expect(figureDots([], 'Passed')).toBeNull();
	expect(
		figureDots(
			Array.from({ length: 25 }, () => found[0]!),
			'Passed'
		)
	).toBeNull();
});

test('words are quoted from five visits on, of a service only where that was promised', () => {
	const said = Array.from({ length: 5 }, () => visit(true, 'repairs', ['Nobody rang back']));
	const of = { promised: 'service', isOneService: false, seesAll: true } as const;
	expect(quotesOf(said, of).said[0]).toEqual({ text: 'Nobody rang back', channel: 'phone', service: 'repairs' });
	expect(quotesOf(said.slice(1), of)).toMatchObject({ said: [], withheld: expect.stringContaining('fewer than 5 visits') });
	expect(quotesOf(said, { ...of, promised: 'council' })).toMatchObject({ said: [], withheld: expect.stringContaining('come from one') });
	expect(quotesOf([...said, visit(true, 'planning')], { ...of, promised: 'council' }).said[0]?.service).toBeNull();
});
