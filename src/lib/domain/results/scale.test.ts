import { expect, test } from 'vitest';
import { compliance, rubric, staged } from '../../../../tests/support/frameworks.ts';
import { fraction } from './fraction.ts';
import { bestUnproved, countsUnanswered, isMet, rankOf, scaleOf, worthOf } from './scale.ts';

test('staged: N, P, L, F, worth thirds', () => {
	const framework = staged('1.1');
	expect(scaleOf(framework).map(({ id, worth }) => [id, worth])).toEqual([
		['N', 0],
		['P', 1 / 3],
		['L', 2 / 3],
		['F', 1]
	]);
	expect(worthOf(framework, 'L')).toEqual(fraction(2, 3));
});

test('rubric: 1 to 5, worth quarters', () => {
	const framework = rubric('1');
	expect(scaleOf(framework).map(({ id, name, worth }) => [id, name, worth])).toEqual([
		['1', 'Starting', 0],
		['2', 'Forming', 0.25],
		['3', 'Working', 0.5],
		['4', 'Leading', 0.75],
		['5', 'Renewing', 1]
	]);
});

test("compliance: the file's own", () => {
	expect(scaleOf(compliance('1')).map(({ id, worth }) => [id, worth])).toEqual([
		['non', 0],
		['partial', 0.5],
		['compliant', 0.9],
		['plus', 1]
	]);
});

test('met is worth more than a half, and the most without evidence is the best that is not', () => {
	expect(['N', 'P', 'L', 'F'].map((id) => isMet(staged('1.1'), id))).toEqual([false, false, true, true]);
	expect(['3', '4'].map((id) => isMet(rubric('1'), id))).toEqual([false, true]);
	expect(['partial', 'compliant'].map((id) => isMet(compliance('1'), id))).toEqual([false, true]);
	expect([staged('1.1'), rubric('1'), compliance('1')].map(bestUnproved)).toEqual(['P', '3', 'partial']);
});

test('unanswered is the worst rating; on a rubric no rating, ranked below the lowest', () => {
	expect([staged('1.1'), rubric('1'), compliance('1')].map(countsUnanswered)).toEqual(['N', null, 'non']);
	expect(rankOf(rubric('1'), null)).toBeLessThan(rankOf(rubric('1'), '1'));
});
