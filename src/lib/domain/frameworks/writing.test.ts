import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Framework } from './document.ts';
import { readFramework } from './reading.ts';
import { asRows, asYaml } from './writing.ts';

const files = readdirSync('seed/frameworks').map((file) => `seed/frameworks/${file}`);
const load = (file: string): Framework => {
	const read = readFramework(readFileSync(file, 'utf8'), file);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return read.framework;
};

// text as people paste it: quotation marks, colons, hashes, several lines, other alphabets
const text = (maxLength: number) =>
	fc
		.oneof(fc.string({ unit: 'grapheme', maxLength }), fc.string({ unit: fc.constantFrom(...'a:#\'"-?{[&*!|>%@` \n\t\\,.é1'), maxLength }))
		.map((made) => `${made}`.replace(/[^\P{Cc}\n\t]/gu, '').slice(0, maxLength))
		.map((made) => made.trim() || 'x');

const compliance: fc.Arbitrary<Framework> = fc.record({
	id: fc.constant('made-up'),
	name: text(100),
	version: fc.constant('2.10'),
	kind: fc.constant('compliance' as const),
	about: text(1900),
	source: fc.record({ title: text(150), publisher: text(150), year: fc.integer({ min: 1900, max: 2100 }) }),
	scale: fc.tuple(text(50), text(250)).map(([name, about]) => [
		{ id: 'N', name, about, worth: 0 },
		{ id: '1', name: `${name}+`, about, worth: 0.5 },
		{ id: 'true', name, about, worth: 1 }
	]),
	outcomes: text(300).map((about) => [
		{ id: 'kept', name: 'Kept', about, atMost: { '1': 2, N: 0 }, atLeast: { share: 0.8, ratings: ['true'] } },
		{ id: 'open', name: 'Open', about }
	]),
	themes: text(70).map((name) => [{ id: 'only', name }]),
	criteria: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 5 }).chain((numbers) =>
		fc.tuple(
			...numbers.map((number) =>
				fc.record({
					number: fc.constant(`1.${number}`),
					theme: fc.constant('only'),
					title: text(110),
					text: text(1100),
					source: text(150),
					why: text(1400),
					evidence: fc.array(text(280), { minLength: 1, maxLength: 4 }),
					better: fc.array(text(280), { minLength: 1, maxLength: 4 })
				})
			)
		)
	)
});

test('a framework written and read again is the same framework', () => {
	fc.assert(
		fc.property(compliance, (framework) => {
			expect(readFramework(asYaml(framework), 'made-up.yaml')).toEqual({ ok: true, framework });
		}),
		{ numRuns: 200 }
	);
});

test('the order in which fields were stored makes no difference to the file', () => {
	const backwards = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(backwards);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value)
				.reverse()
				.map(([key, inner]) => [key, backwards(inner)])
		);
	};
	fc.assert(
		fc.property(compliance, (framework) => {
			expect(asYaml(backwards(framework) as Framework)).toBe(asYaml(framework));
		}),
		{ numRuns: 50 }
	);
});

test.each(files)('%s is kept in the form in which the program writes it', (file) => {
	const written = readFileSync(file, 'utf8').replace(/^(#.*\n)*/, '');
	expect(asYaml(load(file))).toBe(written);
});

test.each(files)('%s becomes one row a criterion, with nothing lost', (file) => {
	const framework = load(file);
	const rows = asRows(framework);
	expect(rows.map((row) => row.number)).toEqual(framework.criteria.map((criterion) => criterion.number));
	rows.forEach((row, index) => {
		const criterion = framework.criteria[index];
		expect(row.evidence.split('\n')).toEqual(criterion?.evidence);
		expect(row.better.split('\n')).toEqual(criterion?.better);
		expect([row.title, row.text, row.why, row.source, row.level ?? undefined]).toEqual([
			criterion?.title,
			criterion?.text,
			criterion?.why,
			criterion?.source,
			criterion?.level
		]);
		expect(framework.themes.find((theme) => theme.name === row.theme)?.id).toBe(criterion?.theme);
	});
});
