import type { Framework } from '#lib/domain/frameworks/document.ts';
import { toNumber } from './fraction.ts';
import { levelNumbers, levelOf } from './level.ts';
import { meanWorth } from './maturity-index.ts';
import { lowestAspect } from './rubric.ts';
import { isMet } from './scale.ts';
import type { Standing } from './standing.ts';

/**
 * How far one theme has come. `level` is null where a dash is shown; `worth` is the mean worth of
 * its applicable criteria, 0 to 1 (0 when none applies, see `applicable`).
 */
export type ThemeStanding = { id: string; level: number | null; worth: number; met: number; applicable: number };

/** The theme profile, in the framework's order (DOMAIN section 2.2). */
export function themeProfile(framework: Framework, standings: Standing[]): ThemeStanding[] {
	return framework.themes.map(({ id }) => {
		const own = standings.filter(({ theme }) => theme === id);
		const { applicable, mean } = meanWorth(framework, own);
		const met = own.filter(({ counts }) => isMet(framework, counts)).length;
		return { id, level: themeLevel(framework, id, own), worth: mean === null ? 0 : toNumber(mean), met, applicable };
	});
}

/**
 * The level a theme reaches by the level rule on its own criteria, within the levels it spans:
 * levels in between where it has none are passed through, and none is reached beyond its last. A
 * theme that starts above the first level has no level (null) until it attains the one where it
 * starts. A rubric theme has its lowest aspect, a compliance theme no level.
 */
function themeLevel(framework: Framework, theme: string, own: Standing[]): number | null {
	if (framework.kind === 'compliance' || own.every(({ leaves }) => leaves)) return null;
	if (framework.kind === 'rubric') return lowestAspect(own);
	const spans = own.flatMap(({ level }) => (level === null ? [] : [level]));
	const [first, last] = [Math.min(...spans), Math.max(...spans)];
	const levels = levelNumbers(framework);
	const spanned = levels.filter((number) => number >= first && number <= last);
	const level = levelOf(own, framework, spanned);
	return level === 0 && spanned[0] !== levels[0] ? null : level;
}
