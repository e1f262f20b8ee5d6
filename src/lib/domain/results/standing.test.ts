import { describe, expect, test } from 'vitest';
import { answer, compliance, current, moderated, over, rubric, staged, today } from '../../../../tests/support/frameworks.ts';
import type { Answer } from './answer.ts';
import { standingsOf, type Basis } from './standing.ts';

const one = staged('1.1');
const stands = (given: Answer | null, basis: Basis, framework = one) => {
	const standing = standingsOf(framework, given ? [given] : [], basis, today)[0];
	return standing?.leaves ? 'leaves' : [standing?.counts, standing?.why];
};
const onEach = (given: Answer | null, framework = one) =>
	(['claimed', 'evidenced', 'agreed'] as const).map((basis) => stands(given, basis, framework));

describe('unanswered counts as N', () => {
	test('with no answer, or an empty one', () => {
		expect(onEach(null)).toEqual(Array(3).fill(['N', 'unanswered']));
		expect(onEach(answer('1.1', null))).toEqual(Array(3).fill(['N', 'unanswered']));
	});
	test('carried over and not confirmed', () => {
		expect(onEach(answer('1.1', 'F', { toConfirm: true, evidence: [current] }))).toEqual(Array(3).fill(['N', 'unanswered']));
	});
	test('a rating the framework does not have', () => {
		expect(stands(answer('1.1', '4'), 'claimed')).toEqual(['N', 'unanswered']);
	});
	test('as level 0 of a rubric and the worst of a compliance scale', () => {
		expect(stands(null, 'claimed', rubric('1'))).toEqual([null, 'unanswered']);
		expect(stands(null, 'claimed', compliance('1'))).toEqual(['non', 'unanswered']);
	});
	test('until the moderator rates it', () => {
		expect(stands(answer('1.1', null, moderated('P')), 'agreed')).toEqual(['P', null]);
	});
});

describe('the evidence rule', () => {
	test('L and F with no current evidence count as P, except as claimed', () => {
		expect(onEach(answer('1.1', 'F'))).toEqual([
			['F', null],
			['P', 'evidence missing'],
			['P', 'evidence missing']
		]);
		expect(stands(answer('1.1', 'L', { evidence: [over] }), 'evidenced')).toEqual(['P', 'evidence out of date']);
	});
	test('one current piece is enough', () => {
		expect(stands(answer('1.1', 'L', { evidence: [over, current] }), 'evidenced')).toEqual(['L', null]);
	});
	test('N and P need none', () => {
		expect(stands(answer('1.1', 'P'), 'evidenced')).toEqual(['P', null]);
		expect(stands(answer('1.1', 'N'), 'evidenced')).toEqual(['N', null]);
	});
	test('a rubric 4 or 5 counts as 3, a compliance rating as the best worth at most a half', () => {
		expect(stands(answer('1', '5'), 'evidenced', rubric('1'))).toEqual(['3', 'evidence missing']);
		expect(stands(answer('1', '3'), 'evidenced', rubric('1'))).toEqual(['3', null]);
		expect(stands(answer('1', 'plus'), 'evidenced', compliance('1'))).toEqual(['partial', 'evidence missing']);
	});
	test("holds for a moderator's rating too", () => {
		expect(stands(answer('1.1', 'P', moderated('F')), 'agreed')).toEqual(['P', 'evidence missing']);
		expect(stands(answer('1.1', 'P', { evidence: [current], ...moderated('F') }), 'agreed')).toEqual(['F', null]);
	});
});

describe('not applicable', () => {
	const withReason = (more = {}) => answer('1.1', 'not applicable', { comment: 'No counter here', ...more });

	test('leaves the claimed and the evidenced result at once, the agreed only when accepted', () => {
		expect(onEach(withReason())).toEqual(['leaves', 'leaves', ['N', 'not-applicable not accepted']]);
		expect(onEach(withReason(moderated(null, true)))).toEqual(['leaves', 'leaves', 'leaves']);
		expect(stands(withReason(moderated(null, false)), 'agreed')).toEqual(['N', 'not-applicable not accepted']);
	});
	test('without a reason counts as unanswered', () => {
		expect(onEach(answer('1.1', 'not applicable', { comment: '  ' }))).toEqual(Array(3).fill(['N', 'unanswered']));
	});
	test('the moderator may rate it instead', () => {
		expect(stands(withReason(moderated('P')), 'agreed')).toEqual(['P', 'not-applicable not accepted']);
	});
	test('the moderator may say it of a rated criterion', () => {
		expect(onEach(answer('1.1', 'N', moderated('not applicable')))).toEqual([['N', null], ['N', null], 'leaves']);
	});
	test('not accepted on a rubric counts as level 0', () => {
		const given = answer('1', 'not applicable', { comment: 'None', ...moderated(null, false) });
		expect(stands(given, 'agreed', rubric('1'))).toEqual([null, 'not-applicable not accepted']);
	});
});

describe('inherited', () => {
	const inherited = (inheritedRating: string | null, more = {}) => answer('1.1', 'inherited', { inheritedRating, ...more });

	test('takes the corporate answer and needs no evidence', () => {
		expect(onEach(inherited('F'))).toEqual(Array(3).fill(['F', null]));
	});
	test('with no agreed corporate answer counts as unanswered', () => {
		expect(onEach(inherited(null))).toEqual(Array(3).fill(['N', 'unanswered']));
	});
	test('a corporate "not applicable" was accepted there, so it leaves, unless refused here', () => {
		expect(onEach(inherited('not applicable'))).toEqual(['leaves', 'leaves', 'leaves']);
		expect(stands(inherited('not applicable', moderated(null, false)), 'agreed')).toEqual(['N', 'not-applicable not accepted']);
	});
	test('lowered by the moderator it still needs no evidence', () => {
		expect(stands(inherited('F', moderated('L')), 'agreed')).toEqual(['L', 'lowered by moderator']);
	});
	test('raised past the corporate answer without evidence it falls back to it', () => {
		expect(stands(inherited('L', moderated('F')), 'agreed')).toEqual(['L', 'evidence missing']);
		expect(stands(inherited('N', moderated('F')), 'agreed')).toEqual(['P', 'evidence missing']);
	});
	test('carried over and not confirmed counts as unanswered', () => {
		expect(stands(inherited('F', { toConfirm: true }), 'claimed')).toEqual(['N', 'unanswered']);
	});
});

describe('agreed', () => {
	test("is the moderator's where given, else the service's", () => {
		expect(stands(answer('1.1', 'F', { evidence: [current], ...moderated('P') }), 'agreed')).toEqual(['P', 'lowered by moderator']);
		expect(stands(answer('1.1', 'F', { evidence: [current], ...moderated(null) }), 'agreed')).toEqual(['F', null]);
	});
	test('moderation does not touch the other two', () => {
		const given = answer('1.1', 'F', { evidence: [current], ...moderated('N') });
		expect([stands(given, 'claimed'), stands(given, 'evidenced')]).toEqual([
			['F', null],
			['F', null]
		]);
	});
});

test('every criterion of the framework stands, in its order, and no other', () => {
	const framework = staged('1.2 1.1 2.1:culture');
	const standings = standingsOf(framework, [answer('2.1', 'P'), answer('9.9', 'F')], 'claimed', today);
	expect(standings.map(({ criterion, level, theme }) => [criterion, level, theme])).toEqual([
		['1.2', 1, 'strategy'],
		['1.1', 1, 'strategy'],
		['2.1', 2, 'culture']
	]);
});
