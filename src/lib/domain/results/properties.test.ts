import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer, compliance, current, over, rubric, staged, today } from '../../../../tests/support/frameworks.ts';
import type { Framework } from '#lib/domain/frameworks/document.ts';
import type { Answer } from './answer.ts';
import { bases } from './basis.ts';
import { blockersOf } from './blocking.ts';
import { explain } from './explaining.ts';
import { levelNumbers } from './level.ts';
import { resultOf, type BasisResult } from './result.ts';
import { scaleOf } from './scale.ts';
import { standingsOf } from './standing.ts';

const achievement = fc.constantFrom('N' as const, 'P' as const, 'L' as const, 'F' as const);
const theme = fc.constantFrom('strategy', 'culture', 'analytics');

/** A staged framework of one to four criteria a level, some levels empty, any two thresholds. */
const stagedFramework = fc
	.record({ sizes: fc.array(fc.array(theme, { maxLength: 4 }), { minLength: 5, maxLength: 5 }), atLevel: achievement, below: achievement })
	.filter(({ sizes }) => sizes.flat().length > 0)
	.map(({ sizes, atLevel, below }) =>
		staged(sizes.flatMap((themes, i) => themes.map((id, j) => `${i + 1}.${j + 1}:${id}`)).join(' '), { thresholds: { atLevel, below } })
	);
const elements = fc.integer({ min: 1, max: 8 }).map((size) => Array.from({ length: size }, (_, i) => String(i + 1)).join(' '));
const levelled = fc.oneof(
	stagedFramework,
	elements.map((text) => rubric(text))
);
const anyFramework = fc.oneof(
	levelled,
	elements.map((text) => compliance(text))
);

function answersTo(framework: Framework): fc.Arbitrary<Answer[]> {
	const ids = scaleOf(framework).map(({ id }) => id);
	const rating = fc.constantFrom(...ids);
	const oneFor = (number: string) =>
		fc
			.record({
				rating: fc.oneof({ weight: 8, arbitrary: rating }, fc.constantFrom('not applicable', 'inherited', null)),
				comment: fc.constantFrom('', 'A reason'),
				toConfirm: fc.boolean().map((first) => first && number.endsWith('1')),
				inheritedRating: fc.oneof(rating, fc.constantFrom('not applicable', null)),
				evidence: fc.subarray([current, over]),
				moderation: fc.option(
					fc.record({
						rating: fc.oneof(rating, fc.constantFrom('not applicable', null)),
						notApplicableAccepted: fc.constantFrom(true, false, null),
						comment: fc.constant('')
					})
				)
			})
			.map((more): Answer => answer(number, more.rating, more));
	return fc.tuple(...framework.criteria.map(({ number }) => oneFor(number)));
}

const given = (frameworks: fc.Arbitrary<Framework>) =>
	frameworks.chain((framework) => fc.record({ framework: fc.constant(framework), answers: answersTo(framework), pick: fc.nat() }));

/** The same answers with one of them changed. */
const changed = (answers: Answer[], pick: number, change: (one: Answer) => Answer) =>
	answers.map((one, i) => (i === pick % answers.length ? change(one) : one));

const notLower = (after: BasisResult, before: BasisResult) => {
	expect(after.level ?? 0).toBeGreaterThanOrEqual(before.level ?? 0);
	expect(after.index ?? 0).toBeGreaterThanOrEqual(before.index ?? 0);
	expect(after.met).toBeGreaterThanOrEqual(before.met);
};

test('raising an answer never lowers a level or an index', () => {
	fc.assert(
		fc.property(given(levelled), ({ framework, answers, pick }) => {
			const ids = scaleOf(framework).map(({ id }) => id);
			const raised = changed(answers, pick, (one) =>
				one.rating !== null && ids.includes(one.rating) ? { ...one, rating: ids[ids.indexOf(one.rating) + 1] ?? one.rating } : one
			);
			const [before, after] = [resultOf(framework, answers, today), resultOf(framework, raised, today)];
			for (const basis of bases) notLower(after[basis], before[basis]);
		})
	);
});

test("raising a moderator's rating never lowers the agreed level or index", () => {
	fc.assert(
		fc.property(given(levelled), ({ framework, answers, pick }) => {
			const ids = scaleOf(framework).map(({ id }) => id);
			const raised = changed(answers, pick, (one) => {
				const rating = one.moderation?.rating ?? null;
				if (!one.moderation || rating === null || !ids.includes(rating)) return one;
				return { ...one, moderation: { ...one.moderation, rating: ids[ids.indexOf(rating) + 1] ?? rating } };
			});
			notLower(resultOf(framework, raised, today).agreed, resultOf(framework, answers, today).agreed);
		})
	);
});

test('adding current evidence never lowers a level, an index or a share, and never touches what is claimed', () => {
	fc.assert(
		fc.property(given(anyFramework), ({ framework, answers, pick }) => {
			const proved = changed(answers, pick, (one) => ({ ...one, evidence: [...one.evidence, current] }));
			const [before, after] = [resultOf(framework, answers, today), resultOf(framework, proved, today)];
			notLower(after.evidenced, before.evidenced);
			notLower(after.agreed, before.agreed);
			expect(after.evidenced.share ?? 0).toBeGreaterThanOrEqual(before.evidenced.share ?? 0);
			expect(after.claimed).toEqual(before.claimed);
		})
	);
});

test('claimed is never below evidenced, in level, index, theme or share', () => {
	fc.assert(
		fc.property(given(anyFramework), ({ framework, answers }) => {
			const { claimed, evidenced } = resultOf(framework, answers, today);
			notLower(claimed, evidenced);
			expect(claimed.share ?? 0).toBeGreaterThanOrEqual(evidenced.share ?? 0);
			claimed.themes.forEach(({ level }, i) => expect(level ?? -1).toBeGreaterThanOrEqual(evidenced.themes[i]?.level ?? -1));
		})
	);
});

test('the same whatever the order of the answers, and every time', () => {
	fc.assert(
		fc.property(given(anyFramework), ({ framework, answers, pick }) => {
			const turn = pick % answers.length;
			const turned = [...answers.slice(turn), ...answers.slice(0, turn)];
			const result = resultOf(framework, answers, today);
			expect(resultOf(framework, turned, today)).toEqual(result);
			expect(resultOf(framework, [...answers].reverse(), today)).toEqual(result);
			expect(JSON.parse(JSON.stringify(result))).toEqual(result);
		})
	);
});

test('nothing blocks a level exactly when it is attained, wherever something applies', () => {
	fc.assert(
		fc.property(given(levelled), ({ framework, answers }) => {
			const result = resultOf(framework, answers, today);
			for (const basis of bases) {
				if (result[basis].applicable === 0) continue;
				const standings = standingsOf(framework, answers, basis, today);
				const unblocked = levelNumbers(framework).filter((level) => blockersOf(framework, standings, level).length === 0);
				expect(unblocked).toEqual(result[basis].levels.filter(({ attained }) => attained).map(({ number }) => number));
				expect(result[basis].next?.blockers.length).not.toBe(0);
			}
		})
	);
});

test('the index stays between 0.00 and 5.00, and met within what applies', () => {
	fc.assert(
		fc.property(given(anyFramework), ({ framework, answers }) => {
			const result = resultOf(framework, answers, today);
			for (const basis of bases) {
				const { index, met, applicable } = result[basis];
				expect(index ?? 0).toBeGreaterThanOrEqual(0);
				expect(index ?? 0).toBeLessThanOrEqual(500);
				expect(met).toBeLessThanOrEqual(applicable);
				expect(applicable).toBeLessThanOrEqual(framework.criteria.length);
			}
		})
	);
});

test('the words show the index and the levels that the figures have', () => {
	fc.assert(
		fc.property(given(stagedFramework), ({ framework, answers }) => {
			const result = resultOf(framework, answers, today);
			for (const basis of bases) {
				const { steps, index } = explain(framework, answers, basis, today);
				const shown = result[basis].index;
				expect(index).toContain(shown === null ? 'no index' : `shown as ${(shown / 100).toFixed(2)}.`);
				expect(steps.filter(({ attained }) => attained)).toHaveLength(result[basis].levels.filter(({ attained }) => attained).length);
			}
		})
	);
});

test('within the days it holds, nothing changes', () => {
	const day = fc.integer({ min: 0, max: 60 }).map((days) => new Date(Date.UTC(2026, 10, 1 + days)).toISOString().slice(0, 10));
	fc.assert(
		fc.property(given(anyFramework), fc.array(fc.tuple(day, day)), day, ({ framework, answers }, periods, later) => {
			const dated = answers.map((one, i) => ({
				...one,
				evidence: periods.filter((_, j) => j % answers.length === i).map(([from, to]) => ({ from, to }))
			}));
			const result = resultOf(framework, dated, '2026-11-01');
			fc.pre(result.holdsUntil === null || later <= result.holdsUntil);
			expect(resultOf(framework, dated, later)).toEqual(result);
		})
	);
});
