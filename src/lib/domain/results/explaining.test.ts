import { describe, expect, test } from 'vitest';
import { answer, answersIn, compliance, moderated, rubric, staged, thirtyOne, today } from '../../../../tests/support/frameworks.ts';
import type { Answer } from './answer.ts';
import { explain } from './explaining.ts';
import type { Basis } from './standing.ts';

const texts = (framework: Parameters<typeof explain>[0], answers: Answer[], basis: Basis = 'agreed') =>
	explain(framework, answers, basis, today).steps.map(({ heading, text }) => `${heading}: ${text}`);

describe("the design's worked example", () => {
	const answers = answersIn(`
		1.1:F 1.2:F 1.3:F 1.4:F 1.5:F 2.1:F 2.2:F 2.3:F 2.4:F 2.5:F 2.6:F 3.1:F 3.2:L! 3.3:F 3.4:L 3.5:L? 3.6:L
		4.1:F 4.2:L! 4.3:P 4.4:P 4.5:P 4.6:N 4.7:N 5.1:P 5.2:P 5.3:N 5.4:N 5.5:N 5.6:N 5.7:N`);
	const words = explain(staged(thirtyOne), answers, 'evidenced', today);

	test('each level until the first that is not attained, then the rest together', () => {
		expect(words.steps).toEqual([
			{ heading: 'Level 1 Interested', text: '5 criteria apply, 5 count as Fully. All are at least Largely: attained.', attained: true },
			{
				heading: 'Level 2 Invested',
				text: '6 criteria apply, 6 count as Fully. All are at least Largely and all of level 1 is Fully: attained.',
				attained: true
			},
			{
				heading: 'Level 3 Committed',
				text: '6 criteria apply, 2 count as Fully. 3.2 and 3.5 were answered Largely but have no current evidence, so they count as Partially. 3.2 and 3.5 are below Largely: not attained.',
				attained: false
			},
			{ heading: 'Levels 4 and 5', text: 'Need level 3 first: not attained.', attained: false }
		]);
	});

	test('the index to four places, then as shown', () => {
		expect(words.index).toBe(
			'Level 1 1.0000 (5 of 5) + level 2 1.0000 (6 of 6) + level 3 0.6667 (4 of 6) + level 4 0.3333 (2⅓ of 7) + level 5 0.0952 (⅔ of 7) = 3.0952, shown as 3.10.'
		);
	});

	test('the rule', () => {
		expect(words.rule).toBe(
			'A level is attained when all its criteria are at least Largely, all below are Fully, and the level before is attained (ISO/IEC 33020).'
		);
	});
});

describe('why a criterion counts as it does', () => {
	const framework = staged('1.1 1.2 2.1', { levels: staged('1.1').levels?.slice(0, 2) });
	const first = (given: Answer) => texts(framework, [given, ...answersIn('1.2:F 2.1:F')])[0];

	test('lowered and raised', () => {
		expect(first(answersIn('1.1:F>P')[0]!)).toContain(
			'1.1 was answered Fully and lowered to Partially by the moderator. 1.1 is below Largely: not attained.'
		);
		expect(first(answersIn('1.1:N>L')[0]!)).toContain(
			'1.1 was answered Not and raised to Largely by the moderator. All are at least Largely: attained.'
		);
	});
	test('lowered and then lost to evidence', () => {
		expect(first(answersIn('1.1:F!>L')[0]!)).toContain(
			'1.1 was answered Fully and lowered to Largely by the moderator. 1.1 was rated Largely but has no current evidence, so it counts as Partially.'
		);
	});
	test('unanswered', () => expect(first(answer('1.1', null))).toContain('1.1 is unanswered and counts as Not.'));
	test('unanswered and rated by the moderator', () =>
		expect(first(answer('1.1', null, moderated('P')))).toContain('1.1 is unanswered and was rated Partially by the moderator.'));
	test('not applicable, accepted and not', () => {
		const given = (accepted: boolean) => answer('1.1', 'not applicable', { comment: 'None', ...moderated(null, accepted) });
		expect(first(given(true))).toBe(
			'Level 1 Interested: 1 criterion applies, 1 counts as Fully. 1.1 does not apply and is left out. It is at least Largely: attained.'
		);
		expect(first(given(false))).toContain('1.1 was answered not applicable, which the moderator has not accepted, so it counts as Not.');
	});
	test('inherited', () =>
		expect(first(answer('1.1', 'inherited', { inheritedRating: 'L' }))).toContain('1.1 takes the corporate answer, Largely.'));
	test('held back by a level below', () => {
		expect(texts(framework, answersIn('1.1:L 1.2:L 2.1:P'))[1]).toContain(
			'2.1 is below Largely and 1.1 and 1.2 of level 1 are below Fully: not attained.'
		);
	});
});

describe('levels that are passed through', () => {
	const framework = staged('1.1 2.1 3.1 5.1');

	test('and the index of those that have criteria', () => {
		const words = explain(framework, answersIn('1.1:F 2.1:NA 3.1:F 5.1:P'), 'claimed', today);
		expect(words.steps.map(({ text }) => text)).toEqual([
			'1 criterion applies, 1 counts as Fully. It is at least Largely: attained.',
			'None of its criteria applies. 2.1 does not apply and is left out. All of level 1 is Fully: passed through.',
			'1 criterion applies, 1 counts as Fully. It is at least Largely and all of level 1 is Fully: attained.',
			'It has no criteria. All of levels 1 and 3 are Fully: passed through.',
			'1 criterion applies, 0 count as Fully. 5.1 is below Largely: not attained.'
		]);
		// 1 + 1 + ⅓ = 2.3333 × 5 ÷ 3 = 3.8889
		expect(words.index).toBe(
			'Level 1 1.0000 (1 of 1) + level 3 1.0000 (1 of 1) + level 5 0.3333 (⅓ of 1), times 5 ÷ 3 because only 3 of the 5 levels have criteria that apply, = 3.8889, shown as 3.89.'
		);
	});
	test('or nothing applies', () => {
		const words = explain(framework, answersIn('1.1:NA 2.1:NA 3.1:NA 5.1:NA'), 'claimed', today);
		expect(words.steps).toEqual([
			{ heading: 'All levels', text: 'No criterion applies, so nothing has been rated: level 0.', attained: false }
		]);
		expect(words.index).toBe('There is no index: no criterion applies.');
	});
});

test('a stricter framework says its own rule', () => {
	expect(explain(staged('1.1', { thresholds: { atLevel: 'F', below: 'F' } }), [], 'claimed', today).rule).toContain(
		'all its criteria are Fully'
	);
});

test('a rubric: each aspect, the lowest, the mean', () => {
	const words = explain(rubric('1 2 3 4'), answersIn('1:5? 2:4 3:3'), 'evidenced', today);
	expect(words.steps.map(({ text }) => text)).toEqual([
		'1 was answered level 5 Renewing but has no current evidence, so it counts as level 3 Working.',
		'Counts as level 4 Leading.',
		'Counts as level 3 Working.',
		'4 is unanswered and counts as level 0.',
		'The lowest of the 4 aspects is aspect 4: level 0.'
	]);
	expect(words.index).toBe('Mean of the aspects: (3 + 4 + 3 + 0) ÷ 4 = 2.5000, shown as 2.50.');
});

test('compliance: what the elements count as, each outcome down to the one that holds, the share', () => {
	const words = explain(compliance('1 2 3 4'), answersIn('1:plus? 2:compliant 3:partial 4:NA'), 'evidenced', today);
	expect(words.steps).toEqual([
		{
			heading: 'Elements',
			text: '3 elements apply: 0 non, 2 partial, 1 compliant and 0 plus. 1 was answered plus but has no current evidence, so it counts as partial. 4 does not apply and is left out.',
			attained: null
		},
		{ heading: 'Met', text: 'None may be non: 0 are. At most 1 may be partial: 2 are. It does not hold.', attained: false },
		{
			heading: 'Nearly met',
			text: 'At most 1 may be non: 0 are. At least 55% must be compliant or plus: 1 of 3 (33.3%). It does not hold.',
			attained: false
		},
		{ heading: 'Not met', text: 'It has no conditions. It holds.', attained: true }
	]);
	expect(words.index).toBe('Share met: 1 of 3 elements that apply (33.3%). There is no index.');
});
