import type { Framework } from '#lib/domain/frameworks/document.ts';
import { levelNumbers } from './level.ts';

/** The award that goes with a level, or null: level 0 has none (DOMAIN section 2.2). */
export const awardOf = (framework: Framework, level: number): string | null =>
	framework.levels?.find(({ number }) => number === level)?.award ?? null;

/**
 * The lowest level above `level` at which a higher award begins: 1, 3 or 5 in the Enfield model
 * (DOMAIN section 2.2). Null when there is none above.
 */
export function nextAwardLevel(framework: Framework, level: number): number | null {
	const held = awardOf(framework, level);
	const above = levelNumbers(framework).filter((number) => number > level);
	return above.find((number) => awardOf(framework, number) !== null && awardOf(framework, number) !== held) ?? null;
}
