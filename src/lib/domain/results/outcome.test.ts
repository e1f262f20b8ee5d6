import { describe, expect, test } from 'vitest';
import { answersIn, compliance, today } from '../../../../tests/support/frameworks.ts';
import { resultOf } from './result.ts';

const code = compliance('1 2 3 4');
const claimed = (text: string, of = code) => resultOf(of, answersIn(text), today).claimed;

describe('the first outcome, from the best, whose conditions all hold', () => {
	test('at most so many at a rating', () => {
		expect(claimed('1:compliant 2:plus 3:compliant 4:partial').award).toBe('Met');
		expect(claimed('1:compliant 2:plus 3:compliant 4:non').award).toBe('Nearly met');
		expect(claimed('1:compliant 2:plus 3:non 4:non').award).toBe('Not met');
	});
	test('at least a share at some ratings', () => {
		// two partials rule out Met; 2 of 4 is 50%, under 55%
		expect(claimed('1:compliant 2:plus 3:partial 4:partial').award).toBe('Not met');
		// 11 of 20 is exactly 55%
		const twenty = compliance(Array.from({ length: 20 }, (_, i) => String(i + 1)).join(' '));
		const answers = Array.from({ length: 20 }, (_, i) => `${i + 1}:${i < 11 ? 'compliant' : 'partial'}`).join(' ');
		expect(claimed(answers, twenty).award).toBe('Nearly met');
	});
	test('unanswered counts as the worst', () => {
		expect(claimed('1:plus 2:plus 3:plus').award).toBe('Nearly met');
		expect(claimed('1:plus 2:plus').award).toBe('Not met');
	});
	test('what does not apply is not counted', () => {
		expect(claimed('1:plus 2:plus 3:NA 4:NA')).toMatchObject({ award: 'Met', share: 1, applicable: 2 });
		expect(claimed('1:NA 2:NA 3:NA 4:NA')).toMatchObject({ award: null, share: null, next: null });
	});
});

test('what stands against the next outcome, and what each would need', () => {
	// two non: one too many for Nearly met; its share asks for compliant or better, and only 1 of 4 is
	expect(claimed('1:plus 2:partial 3:non 4:non').next).toEqual({
		level: null,
		award: 'Nearly met',
		blockers: [
			{ criterion: '2', level: null, theme: 'strategy', counts: 'partial', needs: 'compliant', why: 'rating too low' },
			{ criterion: '3', level: null, theme: 'strategy', counts: 'non', needs: 'compliant', why: 'rating too low' },
			{ criterion: '4', level: null, theme: 'strategy', counts: 'non', needs: 'compliant', why: 'rating too low' }
		]
	});
	// one non: Met allows none, and partial is free up to one
	expect(claimed('1:plus 2:compliant 3:compliant 4:non').next?.blockers).toMatchObject([{ criterion: '4', needs: 'partial' }]);
});

test('evidence lost is named as the reason', () => {
	const { evidenced } = resultOf(code, answersIn('1:plus 2:compliant 3:compliant! 4:plus?'), today);
	expect(evidenced.award).toBe('Not met');
	expect(evidenced.next?.blockers.map(({ criterion, why }) => [criterion, why])).toEqual([
		['3', 'evidence missing'],
		['4', 'evidence out of date']
	]);
});
