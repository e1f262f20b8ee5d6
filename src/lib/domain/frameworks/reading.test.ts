import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFramework, readFramework } from './reading.ts';

const staged = `# a small framework
id: small
name: Small framework
version: "1.0"
kind: staged
about: Made for these tests.
source:
  title: A strategy
  publisher: A council
thresholds: { atLevel: L, below: F }
levels:
  - { number: 1, name: First, about: The first level }
  - { number: 2, name: Second, about: The second level }
themes:
  - { id: culture, name: Culture }
criteria:
  - number: "1.1"
    theme: culture
    level: 1
    title: We listen
    text: We listen to people.
    source: A strategy, page 1
    why: People know best.
    evidence: [Minutes]
    better: [Ask]
  - number: "2.1"
    theme: culture
    level: 2
    title: We act
    text: We act on what we hear.
    source: A strategy, page 2
    why: Listening alone tires people.
    evidence: [Actions]
    better: [Do]
`;
const rubric = staged
	.replace('kind: staged', 'kind: rubric')
	.replace('thresholds: { atLevel: L, below: F }\n', '')
	.replace('    level: 1\n', '    descriptions: [Poor, Good]\n')
	.replace('    level: 2\n', '    descriptions: [Late, Prompt]\n');
const compliance = rubric
	.replace('kind: rubric', 'kind: compliance')
	.replace(/ {4}descriptions.*\n/g, '')
	.replace(
		/levels:\n(.*\n){2}/,
		`scale:
  - { id: missed, name: Missed, about: Not done, worth: 0 }
  - { id: met, name: Met, about: Done, worth: 1 }
outcomes:
  - { id: kept, name: Kept, about: All is met, atMost: { missed: 0 }, atLeast: { share: 0.9, ratings: [met] } }
  - { id: open, name: Open, about: Work to do }
`
	);

const texts = { staged, rubric, compliance };

/** What reading says of a text after one change, as line, field and sentence. */
function problemsOf(text: string, from = '', to = '') {
	if (from) expect(text).toContain(from);
	const read = readFramework(text.replace(from, to), 'small.yaml');
	return read.ok ? [] : read.problems.map((problem) => [problem.line, problem.field, problem.text]);
}

describe('the frameworks that come with Golden Thread', () => {
	const load = (name: string) => {
		const read = readFramework(readFileSync(`seed/frameworks/${name}.yaml`, 'utf8'), `${name}.yaml`);
		if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
		return read.framework;
	};

	test('the Enfield five levels have the 31 criteria and 7 themes of Diagram 3', () => {
		const enfield = load('enfield-five-levels');
		expect([1, 2, 3, 4, 5].map((level) => enfield.criteria.filter((criterion) => criterion.level === level).length)).toEqual([
			5, 6, 6, 7, 7
		]);
		expect(enfield.themes.map((theme) => theme.id)).toEqual([
			'strategy',
			'culture',
			'staff-behaviours',
			'feedback',
			'user-centred-design',
			'measures-and-data',
			'analytics'
		]);
		expect(enfield.levels?.map((level) => level.award)).toEqual(['Bronze', 'Bronze', 'Silver', 'Silver', 'Gold']);
		for (const { number, level, source } of enfield.criteria) {
			expect(number.split('.')[0]).toBe(String(level));
			expect(source).toBe(`Enfield Customer Experience Strategy 2018–2022, Diagram 3, level ${level}, item ${number.split('.')[1]}`);
		}
		expect(enfield.criteria.filter((criterion) => criterion.theme === 'analytics').map((criterion) => criterion.number)).toEqual([
			'4.7',
			'5.7'
		]);
	});

	test('the Enfield core aspects describe five levels of each of the seven aspects', () => {
		const aspects = load('enfield-core-aspects');
		expect(aspects.criteria.map((criterion) => criterion.number)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
		expect(aspects.criteria.map((criterion) => criterion.descriptions?.length)).toEqual([5, 5, 5, 5, 5, 5, 5]);
		expect(aspects.criteria.map((criterion) => criterion.theme)).toEqual(aspects.themes.map((theme) => theme.id));
	});

	test('the B&NES principles have twelve commitments and four measures of success a principle', () => {
		const principles = load('bnes-principles');
		const numbers = (theme?: string) =>
			principles.criteria.filter((criterion) => criterion.theme === theme).map((criterion) => criterion.number);
		expect(principles.themes.map((theme) => numbers(theme.id))).toEqual([
			['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.M1', '1.M2', '1.M3', '1.M4'],
			['2.1', '2.2', '2.M1', '2.M2', '2.M3', '2.M4'],
			['3.1', '3.2', '3.3', '3.4', '3.M1', '3.M2', '3.M3', '3.M4']
		]);
		for (const { number, source } of principles.criteria) {
			const [, what, place] = /^\d\.(M?)(\d)$/.exec(number) ?? [];
			expect(source).toMatch(new RegExp(`, ${what ? 'measure of success' : 'commitment'} ${place}$`));
		}
		for (const value of ['Bold', 'Empowered', 'Supportive', 'Transparent'])
			for (const theme of principles.themes) expect(theme.about, theme.id).toContain(value);
	});

	test('Basildon’s design principles are the 71 of its appendix, by channel and tier, each with its source number', () => {
		const { themes, criteria } = load('basildon-design-principles');
		const numbers = (theme: string) => criteria.filter((criterion) => criterion.theme === theme).map(({ number }) => number);
		const counting = (from: number, to: number, tier = '') => Array.from({ length: to - from + 1 }, (_, i) => `${tier}${from + i}`);
		expect(themes.map(({ id }) => numbers(id))).toEqual([
			counting(1, 16),
			counting(17, 20),
			counting(21, 24),
			counting(25, 28),
			counting(29, 31),
			counting(1, 20, 'T1.'),
			counting(1, 16, 'T2.'),
			counting(1, 4, 'T3.')
		]);
		for (const { number, source } of criteria)
			expect(source).toMatch(new RegExp(`, Appendix I, .*, principle ${number.split('.').at(-1)}$`));
	});

	test('the customer promise begins with the three promises of Enfield', () => {
		const { themes, criteria } = load('customer-promise');
		expect(themes.map(({ name }) => name)).toEqual(['Friendly and helpful', 'Honest and respectful', 'Professional and courteous']);
		for (const { number, theme, source } of criteria) {
			const place = themes.findIndex(({ id }) => id === theme) + 1;
			expect(number.startsWith(`${place}.`)).toBe(true);
			expect(source).toContain(`Customer Promise, ${place}`);
		}
	});

	test.each(['basildon-design-principles', 'customer-promise'])('%s says something of its own about every principle', (name) => {
		const said = load(name).criteria.flatMap(({ title, text, why, evidence, better }) => [title, text, why, ...evidence, ...better]);
		expect(said.filter((text, index) => said.indexOf(text) !== index)).toEqual([]);
	});

	test.each(['enfield-five-levels', 'enfield-core-aspects', 'bnes-principles'])(
		'%s says something of its own about every criterion',
		(name) => {
			const framework = load(name);
			const said = framework.criteria.flatMap((criterion) => [
				criterion.title,
				criterion.text,
				criterion.why,
				...criterion.evidence,
				...criterion.better,
				...(criterion.descriptions ?? [])
			]);
			expect(said.filter((text, index) => said.indexOf(text) !== index)).toEqual([]);
			for (const { number, title, evidence, better } of framework.criteria) {
				expect(title.length, number).toBeLessThanOrEqual(70);
				expect([3, 4], number).toContain(evidence.length);
				expect([3, 4], number).toContain(better.length);
			}
		}
	);
});

test('a sound framework of each kind is read', () => {
	for (const text of [staged, rubric, compliance]) expect(problemsOf(text)).toEqual([]);
	const read = readFramework(staged, 'small.yaml');
	expect(read).toMatchObject({ ok: true, framework: { id: 'small', criteria: [{ number: '1.1' }, { number: '2.1' }] } });
});

describe('one field alone', () => {
	test.each([
		[
			'an unknown field',
			'kind: staged',
			'kind: staged\ncolour: red',
			6,
			'colour',
			/^The framework has no field called colour\. It may have: id, name/
		],
		[
			'an unknown field deep inside',
			'    why: People',
			'    wy: People',
			23,
			'criteria 1.1 → wy',
			/^A criterion has no field called wy\. .* why,/
		],
		['a missing field', '    why: People know best.\n', '', 17, 'criteria 1.1 → why', 'Why it matters is missing'],
		['a field with nothing in it', 'why: People know best.', 'why:', 23, 'criteria 1.1 → why', 'Why it matters is missing'],
		['a field with only spaces in it', 'why: People know best.', 'why: "  "', 23, 'criteria 1.1 → why', 'Why it matters is missing'],
		['a version that is a number', '"1.0"', '1.0', 4, 'version', 'The version must be text: put it in quotation marks'],
		['a number that is no text', 'number: "2.1"', 'number: 2.1', 26, 'criteria 2.1 → number', /put it in quotation marks/],
		['text where a number belongs', 'level: 2\n', 'level: two\n', 28, 'criteria 2.1 → level', 'The level of a criterion must be a number'],
		['text where a list belongs', '[Minutes]', 'Minutes', 24, 'criteria 1.1 → evidence', 'What good evidence looks like must be a list'],
		['an empty list', '[Minutes]', '[]', 24, 'criteria 1.1 → evidence', 'What good evidence looks like is missing'],
		[
			'a list entry that is no text',
			'[Minutes]',
			'[Minutes, 4]',
			24,
			'criteria 1.1 → evidence, item 2',
			'A line of good evidence must be text'
		],
		['text where fields belong', 'source:\n  title: A strategy\n  publisher: A council', 'source: A strategy', 7, 'source', /named fields/],
		['an unknown kind', 'kind: staged', 'kind: stages', 5, 'kind', 'The kind must be one of staged, rubric, compliance'],
		['an id with capitals', 'id: small', 'id: Small', 2, 'id', /small letters/],
		['text that is too long', 'title: We act', `title: ${'a'.repeat(121)}`, 29, 'criteria 2.1 → title', /120 characters or fewer/],
		['a character that cannot be printed', 'title: We act', 'title: "We\\u0007 act"', 29, 'criteria 2.1 → title', /cannot be printed/]
	])('%s', (_what, from, to, line, field, sentence) => {
		const problems = problemsOf(staged, from, to);
		expect(problems).toContainEqual([line, field, typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)]);
	});
});

describe('fields that do not agree', () => {
	test.each([
		[
			'staged',
			'number: 2, name',
			'number: 4, name',
			13,
			'levels 4 → number',
			'Level 2 is missing. Levels run from 1 upwards without a gap'
		],
		['staged', 'number: 2, name', 'number: 1, name', 13, 'levels 1 → number', 'The number 1 is used twice. Give each level its own'],
		['staged', 'number: "2.1"', 'number: "1.1"', 26, 'criteria 1.1 → number', 'The number 1.1 is used twice. Give each criterion its own'],
		['staged', '  - { id: culture', '  - { id: culture, name: Habits }\n  - { id: culture', 16, 'themes culture → id', /used twice/],
		[
			'staged',
			'  - { id: culture',
			'  - { id: idle, name: Idle }\n  - { id: culture',
			15,
			'themes idle',
			/^No criterion belongs to the theme idle/
		],
		['staged', 'theme: culture\n    level: 2', 'theme: cultur\n    level: 2', 27, 'criteria 2.1 → theme', /^There is no theme cultur\./],
		['staged', 'level: 2\n', 'level: 3\n', 28, 'criteria 2.1 → level', 'There is no level 3. Use a number in the list of levels'],
		['staged', 'level: 2\n', 'level: 1\n', 13, 'levels 2', /^No criterion belongs to level 2/],
		['staged', '    level: 2\n', '', 26, 'criteria 2.1 → level', /must have the level it belongs to/],
		['staged', 'thresholds: { atLevel: L, below: F }\n', '', 2, 'thresholds', 'A staged framework must have thresholds'],
		['staged', /levels:\n(.*\n){2}/.exec(staged)?.[0] ?? '', '', 2, 'levels', 'A staged framework must have levels'],
		['staged', '    level: 2\n', '    level: 2\n    descriptions: [One]\n', 29, 'criteria 2.1 → descriptions', /has no descriptions/],
		['rubric', '[Late, Prompt]', '[Late]', 27, 'criteria 2.1 → descriptions', /one description for each of the 2 levels, but there is 1$/],
		['rubric', '    descriptions: [Late, Prompt]\n', '', 25, 'criteria 2.1 → descriptions', /must have one description for each level/],
		['compliance', /scale:\n(.*\n){2}/.exec(compliance)?.[0] ?? '', '', 2, 'scale', 'A compliance framework must have a scale'],
		['compliance', /outcomes:\n(.*\n){2}/.exec(compliance)?.[0] ?? '', '', 2, 'outcomes', 'A compliance framework must have outcomes'],
		['compliance', 'worth: 1 }', 'worth: 0 }', 12, 'scale met → worth', /in order, worst first/],
		['compliance', '{ missed: 0 }', '{ poor: 0 }', 14, 'outcomes kept → atMost → poor', 'There is no rating poor. Use an id of the scale'],
		['compliance', 'ratings: [met]', 'ratings: [met, good]', 14, 'outcomes kept → atLeast → ratings, item 2', /no rating good/],
		['compliance', 'about: Work to do }', 'about: Work to do, atMost: { met: 1 } }', 15, 'outcomes open', /must have no conditions/],
		['compliance', ', atMost: { missed: 0 }, atLeast: { share: 0.9, ratings: [met] }', '', 14, 'outcomes kept', /can never be reached/]
	])('%s, case %#', (kind, from, to, line, field, sentence) => {
		expect(problemsOf(texts[kind as keyof typeof texts], from, to)).toContainEqual([
			line,
			field,
			typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)
		]);
	});

	test('everything is said at once, in the order of the lines', () => {
		const broken = staged
			.replace('version: "1.0"', 'version: 1')
			.replace('number: 2, name', 'number: 3, name')
			.replace('    better: [Do]\n', '');
		expect(problemsOf(broken).map(([line, field]) => [line, field])).toEqual([
			[4, 'version'],
			[13, 'levels 3 → number'],
			[13, 'levels 3'],
			[26, 'criteria 2.1 → better'],
			[28, 'criteria 2.1 → level']
		]);
	});
});

describe('files that are no framework', () => {
	test.each([
		['an empty file', '', 1, 'The file is empty'],
		['a list', '- one\n- two\n', 1, /named fields/],
		[
			'a field written twice',
			staged.replace('kind: staged', 'kind: staged\nkind: staged'),
			6,
			'kind is written twice in the same place. Keep one'
		],
		['a tab as indent', staged.replace('  title: A strategy', '\ttitle: A strategy'), 8, 'This line is indented with a tab. Use spaces'],
		['a quotation mark left open', staged.replace('"1.0"', '"1.0'), 4, /quotation mark.*missing/],
		['a colon in the middle of text', staged.replace('about: Made', 'about: Made: well,'), 6, /Check its colons/],
		['two documents', `${staged}---\n${staged}`, 35, /more than one document/],
		[
			'a reference',
			staged.replace('name: Small framework', 'name: &n Small').replace('about: Made for these tests.', 'about: *n'),
			6,
			/^Write this out in full: \*n/
		],
		['a special tag', staged.replace('name: Small', 'name: !run Small'), 3, /beginning with !/],
		['a PDF', '%PDF-1.7\n%\u0000\u0001\n1 0 obj << /Type /Catalog >>\n', 1, /cannot be read/],
		['more than 1 MB', `# ${'a'.repeat(1024 * 1024)}`, 1, 'The file must be 1 MB or smaller']
	])('%s', (_what, text, line, sentence) => {
		const first = problemsOf(text)[0];
		expect([first?.[0], first?.[2]]).toEqual([line, typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)]);
	});

	test('references that would unfold to billions of entries are refused at once', () => {
		const bomb = ['a0: &a0 [x, x]', ...Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`)].join('\n');
		expect(problemsOf(bomb)[0]?.[2]).toMatch(/^Write this out in full/);
	});

	test('a file with more problems than anyone would read says how many more there are', () => {
		const problems = problemsOf(`criteria: [${'{},'.repeat(1000)}]`);
		expect(problems).toHaveLength(201);
		expect(problems.at(-1)).toEqual([1, 'the file', expect.stringMatching(/^\d+ more problems follow\. Mend these first$/)]);
	});

	// each of these keeps the YAML parser busy for seconds, or ends the process, when it is let through
	test.each([
		['brackets in brackets', '['.repeat(1_000_000), /nested too deeply/],
		['fields in fields', 'a: {'.repeat(250_000), /nested too deeply/],
		['dashes after dashes', '- '.repeat(500_000), /nested too deeply/],
		['question marks', '? '.repeat(500_000), /nested too deeply/],
		['a staircase', Array.from({ length: 1200 }, (_, step) => `${' '.repeat(step)}a:`).join('\n'), /nested too deeply/],
		['very many fields', Array.from({ length: 60_000 }, (_, n) => `key${n}: 1`).join('\n'), /too many parts/],
		['quotation marks', '"'.repeat(1_000_000), /too many parts/],
		['one field over and over', 'a: 1\n'.repeat(200_000), /too many parts/]
	])('%s are refused at once', (_what, text, sentence) => {
		expect(problemsOf(text)).toEqual([[1, 'the file', expect.stringMatching(sentence)]]);
	});
});

test('however a file is damaged, the answer is a list of problems on lines that exist', () => {
	const lines = staged.split('\n');
	const scrap = fc.oneof(
		fc.string(),
		fc.constantFrom('? [a, b]', '- - -', '<<: *x', '{', '"', '\t- x', '1: 2', '&a', '!!set', '__proto__: { id: x }', '...')
	);
	fc.assert(
		fc.property(fc.nat(lines.length), fc.nat(6), fc.nat(3), scrap, (at, indent, cut, text) => {
			const damaged = [...lines.slice(0, at), ' '.repeat(indent) + text, ...lines.slice(at + cut)];
			const read = readFramework(damaged.join('\n'), 'small.yaml');
			for (const { line, field, text: sentence } of read.ok ? [] : read.problems) {
				expect(line).toBeGreaterThan(0);
				expect(line).toBeLessThanOrEqual(damaged.join('\n').split('\n').length);
				expect(field).not.toBe('');
				expect(sentence).not.toMatch(/undefined|Invalid|Expected/);
			}
		}),
		{ numRuns: 500 }
	);
});

describe('a draft on the screen', () => {
	test('is checked by the same rules, by path in place of line', () => {
		const read = readFramework(staged, 'small.yaml');
		if (!read.ok) throw new Error('the framework of these tests is sound');
		expect(checkFramework(read.framework)).toEqual(read);
		const draft = { ...read.framework, criteria: read.framework.criteria.map((criterion) => ({ ...criterion, why: '', number: '1.1' })) };
		expect(checkFramework(draft)).toEqual({
			ok: false,
			problems: [
				{ path: ['criteria', 0, 'why'], field: 'criteria 1.1 → why', text: 'Why it matters is missing' },
				{ path: ['criteria', 1, 'why'], field: 'criteria 1.1 → why', text: 'Why it matters is missing' },
				{
					path: ['criteria', 1, 'number'],
					field: 'criteria 1.1 → number',
					text: 'The number 1.1 is used twice. Give each criterion its own'
				}
			]
		});
	});

	test.each([[null], [undefined], ['text'], [[]], [{}], [{ criteria: [null, 3, {}], themes: 'none', levels: [{}], kind: 'staged' }]])(
		'%j is refused with sentences, not with an exception',
		(value) => {
			const checked = checkFramework(value);
			expect(checked.ok).toBe(false);
			for (const problem of checked.ok ? [] : checked.problems) expect(problem.text).not.toMatch(/undefined|Invalid|Expected/);
		}
	);
});
