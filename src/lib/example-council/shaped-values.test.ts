import { join } from 'node:path';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readMeasures } from '#lib/domain/measures/document.ts';
import { config } from '#lib/server/config.ts';
import { readSeed } from './files.ts';
import { measuresFile } from './measures-file.ts';
import { shapedValues, sharedOut } from './shaped-values.ts';

const folder = join(config.seed, 'example-council');
const seed = readSeed(folder, 'measures.yaml', measuresFile);
const defined = readMeasures(readFileSync(join(config.seed, 'measures.yaml'), 'utf8'), 'measures.yaml');
if (!defined.ok) throw new Error('measures.yaml');
const units = Object.fromEntries(defined.document.measures.map(({ key, unit }) => [key, unit]));
const { costs } = parse(readFileSync(join(folder, 'board.yaml'), 'utf8')) as { costs: { pence: Record<string, number> } };
const values = shapedValues(seed, '2026-10', units, costs.pence);

test('the first year holds exactly the contacts that Northampton gave for 2011', () => {
	const sum = (channel: string) =>
		values
			.filter((one) => one.measure === 'contacts' && one.channel === channel && one.period <= '2024-10')
			.reduce((total, { numerator }) => total + numerator, 0);
	expect(['phone', 'face to face', 'email', 'web'].map(sum)).toEqual([359218, 67000, 21567, 926529]);
});

test('every value can be entered: whole numbers, a share never above one, measures that exist', () => {
	expect(values.length).toBeGreaterThan(5_000);
	for (const { measure, numerator, denominator } of values) {
		expect(units[measure], measure).toBeDefined();
		expect(Number.isInteger(numerator) && numerator >= 0 && (denominator ?? 1) > 0).toBe(true);
		if (units[measure] === 'per cent') expect(numerator).toBeLessThanOrEqual(denominator!);
	}
});

test('the same seed gives the same values', () => {
	expect(shapedValues(seed, '2026-10', units, costs.pence)).toEqual(values);
});

test('a total is shared out to the last one', () => {
	expect(sharedOut(10, [1, 1, 1])).toEqual([4, 3, 3]);
	expect(sharedOut(0, [1, 2])).toEqual([0, 0]);
	expect(sharedOut(7, [0, 0])).toEqual([0, 0]);
});
