import { expect, test } from 'vitest';
import { readScorecard } from './reading.ts';

const text = `id: phone
name: Phone
version: "1.0"
use: PAF
channel: phone
about: About it
source: Ours
passMark: 70
bands:
  - id: poor
    name: Poor
    from: 0
  - id: good
    name: Good
    from: 70
sections:
  - id: A
    name: First
    weight: 10
    questions:
      - id: A1
        text: Rings
        type: number
        weight: 2
        scored: access
        bands:
          - upTo: 3
            worth: 1
          - worth: 0
      - id: A2
        text: Menu?
        type: yes-no
        weight: 1
        scored: access
      - id: A3
        text: Kind of menu
        type: choice
        weight: 1
        scored: quality
        choices:
          - id: short
            name: Short
            worth: 1
          - id: long
            name: Long
            worth: 0
        onlyIf:
          question: A2
          is:
            - "yes"
  - id: B
    name: Second
    weight: 0
    questions:
      - id: B1
        text: Anything else
        type: text
        scored: quality
`;

/** The file with lines replaced, by what they say; a line that is not there is a mistake of the test. */
function damaged(...swaps: [string, string][]): string {
	return swaps.reduce((whole, [old, now]) => {
		if (!whole.includes(old)) throw new Error(`no ${old}`);
		return whole.replace(old, now);
	}, text);
}

test('a sound scorecard is read', () => expect(readScorecard(text, 'phone.yaml')).toMatchObject({ ok: true, card: { id: 'phone' } }));

const line = (whole: string, words: string) => whole.slice(0, whole.indexOf(words)).split('\n').length;

test.each<[string, [string, string][], string, string, string]>([
	[
		'an unknown field',
		[['about: About it', 'about: About it\ncolour: red']],
		'colour',
		'colour',
		'The scorecard has no field called colour. '
	],
	['no name', [['name: Phone\n', '']], 'id: phone', 'name', 'The name of the scorecard is missing'],
	['no pass mark in range', [['passMark: 70', 'passMark: 170']], 'passMark', 'passMark', 'The pass mark must be 100 or less'],
	['first band above 0', [['from: 0', 'from: 10']], 'from: 10', 'bands poor → from', 'Scores under 10 are in no band. '],
	['bands that overlap', [['from: 70', 'from: 0']], 'from: 0\nsections', 'bands good → from', 'This band overlaps the one before. '],
	['an id twice', [['id: A2', 'id: a1']], 'id: a1', 'sections A → questions a1 → id', 'The id a1 is used twice. '],
	['a section id twice', [['id: B\n', 'id: A\n']], 'id: A\n    name: Second', 'sections A → id', 'The id A is used twice. '],
	[
		'a band out of order',
		[['- worth: 0\n', '- upTo: 2\n            worth: 1\n          - worth: 0\n']],
		'upTo: 2',
		'sections A → questions A1 → bands, item 2 → upTo',
		'The bands must be in order'
	],
	[
		'no open end',
		[['- worth: 0\n', '- upTo: 9\n            worth: 0\n']],
		'upTo: 9',
		'sections A → questions A1 → bands, item 2 → upTo',
		'Numbers over 9 are in no band. '
	],
	[
		'an open end too early',
		[['- upTo: 3\n            worth: 1', '- worth: 1']],
		'- worth: 1',
		'sections A → questions A1 → bands, item 1 → upTo',
		'Only the last band may be without an end. '
	],
	[
		'a choice question without choices',
		[['type: yes-no', 'type: choice']],
		'id: A2',
		'sections A → questions A2 → choices',
		'A choice question must have choices'
	],
	[
		'one choice',
		[['          - id: long\n            name: Long\n            worth: 0\n', '']],
		'choices:',
		'sections A → questions A3 → choices',
		'A choice question must have at least 2'
	],
	[
		'a choice twice',
		[['id: long', 'id: short']],
		'id: short\n            name: Long',
		'sections A → questions A3 → choices short → id',
		'The id short is used twice. '
	],
	[
		'bands on a yes-no question',
		[['type: yes-no', 'type: yes-no\n        bands:\n          - worth: 1']],
		'bands:\n          - worth: 1',
		'sections A → questions A2 → bands',
		'A yes-no question has no bands. '
	],
	[
		'a number question without bands',
		[['type: yes-no', 'type: number']],
		'id: A2',
		'sections A → questions A2 → bands',
		'A number question must have bands'
	],
	[
		'a unit on text',
		[['type: text', 'type: text\n        unit: rings']],
		'unit',
		'sections B → questions B1 → unit',
		'A text question has no unit. '
	],
	[
		'critical text',
		[['type: text', 'type: text\n        critical: true']],
		'critical',
		'sections B → questions B1 → critical',
		'A text question is not scored, so it cannot be critical. '
	],
	[
		'weight on text',
		[['type: text', 'type: text\n        weight: 2']],
		'weight: 2\n        scored: quality',
		'sections B → questions B1 → weight',
		'A text question is not scored, so it has no weight. '
	],
	[
		'no weight',
		[['type: yes-no\n        weight: 1', 'type: yes-no']],
		'id: A2',
		'sections A → questions A2 → weight',
		'The weight of a question is missing'
	],
	[
		'a condition on itself',
		[['question: A2', 'question: A3']],
		'question: A3',
		'sections A → questions A3 → onlyIf → question',
		'A question cannot wait for its own answer. '
	],
	[
		'a condition on a later question',
		[['question: A2', 'question: B1']],
		'question: B1',
		'sections A → questions A3 → onlyIf → question',
		'B1 comes later. '
	],
	[
		'a condition on no question',
		[['question: A2', 'question: A9']],
		'question: A9',
		'sections A → questions A3 → onlyIf → question',
		'There is no question A9. '
	],
	[
		'a condition on a number',
		[['question: A2', 'question: A1']],
		'question: A1',
		'sections A → questions A3 → onlyIf → question',
		'A1 is answered with a number or text. '
	],
	[
		'an answer it does not have',
		[['- "yes"', '- "maybe"']],
		'- "maybe"',
		'sections A → questions A3 → onlyIf → is, item 1',
		'A2 has no answer maybe. Use one of: yes, no'
	],
	[
		'an answer that YAML reads as true',
		[['- "yes"', '- true']],
		'- true',
		'sections A → questions A3 → onlyIf → is, item 1',
		'An answer must be text: put it in quotation marks'
	],
	[
		'weights of 0 in a section',
		[['weight: 1\n        scored: quality', 'weight: 0\n        scored: quality']],
		'questions:',
		'sections A → questions',
		'The quality questions of this section all have the weight 0. '
	],
	[
		'a weight below 0',
		[['weight: 2', 'weight: -2']],
		'weight: -2',
		'sections A → questions A1 → weight',
		'The weight of a question must be 0 or more'
	],
	[
		'worth above 1',
		[['worth: 1\n', 'worth: 2\n']],
		'worth: 2',
		'sections A → questions A1 → bands, item 1 → worth',
		'The worth of a number band must be 1 or less'
	]
])('%s is named with its line and field', (_, swaps, where, field, sentence) => {
	const wrong = damaged(...swaps);
	const read = readScorecard(wrong, 'phone.yaml');
	expect(read.ok ? [] : read.problems).toContainEqual({
		file: 'phone.yaml',
		line: line(wrong, where),
		field,
		text: expect.stringContaining(sentence) as string
	});
});

test('a scorecard of text alone is refused, and one whose sections all have the weight 0', () => {
	const none = readScorecard(damaged(['weight: 10', 'weight: 0']), 'phone.yaml');
	expect(none.ok ? [] : none.problems).toMatchObject([
		{ field: 'sections A → weight', text: 'Every section with access questions has the weight 0. Give at least one of them more' }
	]);
	const start = text.indexOf('  - id: A\n');
	const read = readScorecard(text.slice(0, start) + text.slice(text.indexOf('  - id: B\n')), 'phone.yaml');
	expect(read.ok ? [] : read.problems).toMatchObject([
		{ field: 'sections', text: expect.stringContaining('No question of this scorecard is scored') }
	]);
});

test.each([
	[''],
	['- 1'],
	['sections: 3'],
	['sections:\n  - 3\n  - questions: 4\n  - questions:\n      - 1\n      - bands: 2\n        type: number'],
	['bands: [1, {from: x}]']
])('%j is refused with sentences', (broken) => {
	const read = readScorecard(broken, 'x.yaml');
	expect(read.ok).toBe(false);
	for (const problem of read.ok ? [] : read.problems) expect(problem.text).not.toMatch(/undefined|Invalid|Expected/);
});

test('a file far larger than people write is not even parsed', () =>
	expect(readScorecard(text.repeat(2000), 'big.yaml')).toMatchObject({
		ok: false,
		problems: [{ line: 1, text: 'The file must be 1 MB or smaller' }]
	}));
