import { describe, expect, test } from 'vitest';
import { answer, answersIn, current, moderated, staged, today } from '../../../../tests/support/frameworks.ts';
import { agreeingWith, decisionOf, differs } from './moderated-answer.ts';
import { filterCounts, filtered, moderationRows, saidInWords } from './moderation-rows.ts';

const framework = staged('1.1 1.2 1.3 1.4 1.5');
const answers = answersIn('1.1:F 1.2:F! 1.3:L>P 1.4:NA 1.5:P');

describe('the list of a moderator', () => {
	const rows = moderationRows(framework, answers, today);

	test('says what the service said, what is decided, and where proof is missing', () => {
		expect(rows.map(({ number, said, given, decision, unproved }) => [number, said, given, decision, unproved])).toEqual([
			['1.1', 'Fully achieved', null, 'not yet', false],
			['1.2', 'Fully achieved', null, 'not yet', true],
			['1.3', 'Largely achieved', 'Partially achieved', 'differs', false],
			['1.4', 'Not applicable', null, 'not yet', false],
			['1.5', 'Partially achieved', null, 'not yet', false]
		]);
	});

	test('can be narrowed, each filter with its count', () => {
		expect(filterCounts(rows)).toEqual({ all: 5, 'not yet': 4, differs: 1, 'no evidence': 1 });
		expect(filtered(rows, 'no evidence').rows.map(({ number }) => number)).toEqual(['1.2']);
		expect(filtered(rows, 'anything')).toMatchObject({ filter: 'all' });
	});
});

describe('not applicable', () => {
	const said = answer('1.4', 'not applicable', { comment: 'We have none' });

	test('is accepted or not, and only accepting agrees', () => {
		expect(agreeingWith(framework, said)).toEqual({ rating: null, notApplicableAccepted: true });
		expect(differs(framework, said, { rating: null, notApplicableAccepted: true })).toBe(false);
		expect(differs(framework, said, { rating: null, notApplicableAccepted: false })).toBe(true);
		expect(decisionOf(framework, { ...said, ...moderated(null, false) })).toBe('differs');
	});

	test('without a reason has said nothing to agree with', () => {
		expect(agreeingWith(framework, answer('1.4', 'not applicable'))).toBeNull();
	});
});

test('an inherited answer is the corporate one, and differs only from that', () => {
	const inherited = answer('1.1', 'inherited', { inheritedRating: 'L', evidence: [current] });
	expect(saidInWords(framework, inherited)).toBe('Inherited: Largely achieved');
	expect(agreeingWith(framework, inherited)).toEqual({ rating: 'L', notApplicableAccepted: null });
	expect(decisionOf(framework, { ...inherited, ...moderated('L') })).toBe('agrees');
	expect(decisionOf(framework, { ...inherited, ...moderated('P') })).toBe('differs');
});

test('a remark without a decision means the answer changed since', () => {
	const [row] = moderationRows(framework, [answer('1.1', 'F', moderated(null))], today);
	expect(row).toMatchObject({ decision: 'not yet', changedSince: true });
});
