import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compliance } from '../../../../tests/support/frameworks.ts';
import { checkOf, missingIn } from './check.ts';

const framework = compliance('1.1 1.2 1.3 1.4');
const rate = (criterion: string, rating: string | null, comment = '') => ({ criterion, rating, comment });

test('nothing rated counts as the worst, and breaches nothing', () => {
	expect(checkOf(framework, [])).toMatchObject({ rated: 0, of: 4, outcome: 'Not met', breached: [] });
});

test('the outcome follows the framework’s thresholds, and what is rated but not met is breached', () => {
	const ratings = [rate('1.1', 'plus'), rate('1.2', 'compliant'), rate('1.3', 'partial'), rate('1.4', 'compliant')];
	expect(checkOf(framework, ratings)).toMatchObject({ rated: 4, outcome: 'Met', breached: ['1.3'] });
	// one is not met: at most one may be, and three of four are 75%, of which 55% are asked
	expect(checkOf(framework, [...ratings.slice(0, 2), rate('1.3', 'non'), rate('1.4', 'plus')])).toMatchObject({
		outcome: 'Nearly met',
		breached: ['1.3']
	});
});

test('not applicable leaves with a reason, and is not rated without one', () => {
	const rest = [rate('1.1', 'plus'), rate('1.2', 'plus'), rate('1.3', 'plus')];
	expect(checkOf(framework, [...rest, rate('1.4', 'not applicable', 'No letters are sent')])).toMatchObject({
		rated: 4,
		outcome: 'Met',
		breached: []
	});
	expect(checkOf(framework, [...rest, rate('1.4', 'not applicable')])).toMatchObject({ rated: 3, outcome: 'Nearly met' });
	expect(missingIn(framework, rate('1.4', 'not applicable'))).toBe('no reason for not applicable');
});

test('it says how the outcome came about', () => {
	const { explained } = checkOf(framework, [rate('1.1', 'plus')]);
	expect(explained.map(({ heading }) => heading)).toEqual(['Elements', 'Met', 'Nearly met', 'Not met']);
});

test('raising one rating never worsens the outcome, and what is breached is always rated', () => {
	const scale = ['non', 'partial', 'compliant', 'plus'];
	const order = ['Not met', 'Nearly met', 'Met'];
	fc.assert(
		fc.property(fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }), fc.nat(3), (ranks, raised) => {
			const ratings = (all: number[]) => all.map((rank, i) => rate(`1.${i + 1}`, scale[rank] ?? null));
			const before = checkOf(framework, ratings(ranks));
			const after = checkOf(framework, ratings(ranks.map((rank, i) => (i === raised ? Math.min(rank + 1, 3) : rank))));
			expect(order.indexOf(after.outcome ?? '')).toBeGreaterThanOrEqual(order.indexOf(before.outcome ?? ''));
			expect(before.breached).toEqual(ranks.flatMap((rank, i) => (rank < 2 ? [`1.${i + 1}`] : [])));
		})
	);
});
