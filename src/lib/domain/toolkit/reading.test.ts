import { readFileSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reviewSteps } from '#lib/domain/journeys/method.ts';
import { testDatabase } from '../../../../tests/support/test-database.ts';
import { latestNumber, toolkitOf } from './finding.server.ts';
import { keepFirstToolkit } from './loading.server.ts';
import { readToolkit } from './reading.ts';

const file = 'seed/toolkit.yaml';
const text = readFileSync(file, 'utf8');
const problems = (changed: string) => {
	const read = readToolkit(changed, 'toolkit.yaml');
	return read.ok ? [] : read.problems;
};
const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

test('the toolkit that comes with the program is whole: nine steps, each with every part and its sources', () => {
	const read = readToolkit(text, file);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	expect(read.toolkit.steps.map(({ step }) => step)).toEqual(reviewSteps);
	for (const { sources } of read.toolkit.steps) expect(sources.join()).toMatch(/Enfield|Basildon|Northampton|Tamworth/);
});

describe('what is wrong names file, line and field', () => {
	test('a part that is missing', () => {
		const changed = text.replace(
			/ {4}good:\n( {6}- .*\n)+ {4}sources:\n {6}- Enfield, page 5, recommendation 1/,
			'    sources:\n      - Enfield'
		);
		expect(problems(changed)).toEqual([
			{ file: 'toolkit.yaml', line: lineOf('  - step: scope'), field: 'steps → scope → good', text: 'good is missing' }
		]);
	});

	test('a field there is not', () => {
		const changed = text.replace('  - step: gather\n', '  - step: gather\n    goood: [x]\n');
		expect(problems(changed)).toEqual([
			{
				file: 'toolkit.yaml',
				line: lineOf('  - step: gather') + 1,
				field: 'steps → gather → goood',
				text: 'There is no field called goood here'
			}
		]);
	});

	test('a line that is empty, a step twice, an indent that is wrong', () => {
		expect(problems(text.replace(/- Go along the map .*/, '- ""'))).toEqual([
			{ file: 'toolkit.yaml', line: lineOf('- Go along the map'), field: 'steps → find → do → item 1', text: 'This line is empty' }
		]);
		expect(problems(text.replace('- step: gather', '- step: scope'))[0]?.text).toMatch(
			/^Steps must be these nine, each once and in this order/
		);
		expect(problems(text.replace('  - step: find', ' - step: find'))[0]).toMatchObject({ file: 'toolkit.yaml', line: expect.any(Number) });
		expect(problems('')).toEqual([{ file: 'toolkit.yaml', line: 1, field: 'the file', text: 'The file is empty' }]);
	});
});

describe('loading', () => {
	test('keeps version 1 once, and never changes it', () => {
		const db = testDatabase();
		expect(keepFirstToolkit(db)).toEqual({ ok: true, number: 1 });
		expect(keepFirstToolkit(db, 'nowhere.yaml')).toEqual({ ok: true, number: 1 });
		expect(toolkitOf(db, 1)).toMatchObject({ number: 1, by: null, why: expect.stringMatching(/first version/) });
		expect(toolkitOf(db, 2)).toBeUndefined();
	});

	test('a file with faults keeps nothing and says where', () => {
		const db = testDatabase();
		const bad = join(mkdtempSync(join(tmpdir(), 'toolkit-')), 'toolkit.yaml');
		writeFileSync(bad, text.replace(/- Go along the map .*/, '- ""'));
		expect(keepFirstToolkit(db, bad)).toMatchObject({
			ok: false,
			text: `The toolkit cannot be read: toolkit.yaml, line ${lineOf('- Go along the map')}, steps → find → do → item 1: This line is empty`
		});
		expect(keepFirstToolkit(db, 'nowhere.yaml')).toMatchObject({ ok: false, code: 'no-file' });
		expect(latestNumber(db)).toBeNull();
	});
});
