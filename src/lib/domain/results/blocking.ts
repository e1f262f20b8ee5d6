import type { Framework } from '#lib/domain/frameworks/document.ts';
import { awardOf, nextAwardLevel } from './award.ts';
import { levelNumbers, needsAt, stopping } from './level.ts';
import { aspectsBelow } from './rubric.ts';
import { rankOf } from './scale.ts';
import type { Standing, Why } from './standing.ts';

/** One criterion that stops a level: what it counts as (null: level 0 of a rubric), what it needs, and why it is not there. */
export type Blocker = { criterion: string; level: number | null; theme: string; counts: string | null; needs: string; why: Why };

/** A level (null for compliance) with its award or outcome, and all that stops it, by level and then by number. */
export type Ahead = { level: number | null; award: string | null; blockers: Blocker[] };

/** Everything that stops `target`, by level and then by number; empty exactly when it is attained (DOMAIN section 2.2). */
export function blockersOf(framework: Framework, standings: Standing[], target: number): Blocker[] {
	const stopped =
		framework.kind === 'staged'
			? stopping(framework, standings, target).map((standing) => ({
					standing,
					needs: needsAt(framework, standing.level ?? target, target)
				}))
			: aspectsBelow(standings, target).map((standing) => ({ standing, needs: String(target) }));
	return stopped.map(({ standing, needs }) => blockerOf(framework, standing, needs)).sort(byLevelThenNumber);
}

/**
 * The blocker a standing makes. Why is the one thing that, undone, would lift it: evidence, where the
 * rating itself is enough; the moderator's, where the service's was; else the rating is too low.
 */
export function blockerOf(framework: Framework, standing: Standing, needs: string): Blocker {
	const { criterion, level, theme, counts } = standing;
	return { criterion, level, theme, counts, needs, why: whyOf(framework, standing, rankOf(framework, needs)) };
}

function whyOf(framework: Framework, { said, rated, why, lostToEvidence }: Standing, needed: number): Why {
	if (lostToEvidence && rankOf(framework, rated) >= needed) return lostToEvidence;
	if (why === 'unanswered' || why === 'not-applicable not accepted') return why;
	return rankOf(framework, said) >= needed ? 'lowered by moderator' : 'rating too low';
}

const numerically = new Intl.Collator('en', { numeric: true });

/** Lowest level first, then by number as people count: 3.9 before 3.10. */
export const byLevelThenNumber = (a: Blocker, b: Blocker): number =>
	(a.level ?? 0) - (b.level ?? 0) || numerically.compare(a.criterion, b.criterion);

/** The next level above the one reached and what blocks it; null at the top, or where nothing applies. */
export function nextLevel(framework: Framework, standings: Standing[], reached: number): Ahead | null {
	return ahead(framework, standings, levelNumbers(framework).find((number) => number > reached) ?? null);
}

/** The level at which the next higher award begins and what blocks it; null when there is none above. */
export function nextAward(framework: Framework, standings: Standing[], reached: number): Ahead | null {
	return ahead(framework, standings, nextAwardLevel(framework, reached));
}

function ahead(framework: Framework, standings: Standing[], level: number | null): Ahead | null {
	if (level === null || standings.every(({ leaves }) => leaves)) return null;
	return { level, award: awardOf(framework, level), blockers: blockersOf(framework, standings, level) };
}
