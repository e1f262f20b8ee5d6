import { fraction, type Fraction } from './fraction.ts';
import type { Standing } from './standing.ts';

/** The level of one aspect of a rubric: its rating, 0 when unanswered. */
export const aspectLevel = ({ counts }: Standing): number => Number(counts ?? 0);

/** The aspects that apply and are below `target`. */
export const aspectsBelow = (standings: Standing[], target: number): Standing[] =>
	standings.filter((standing) => !standing.leaves && aspectLevel(standing) < target);

/** The overall level of a rubric: its lowest aspect (DOMAIN section 2); 0 where nothing applies. */
export function lowestAspect(standings: Standing[]): number {
	const levels = standings.filter(({ leaves }) => !leaves).map(aspectLevel);
	return levels.length === 0 ? 0 : Math.min(...levels);
}

/** The mean level of the aspects that apply, shown beside the lowest; null where nothing applies. */
export function meanAspect(standings: Standing[]): Fraction | null {
	const levels = standings.filter(({ leaves }) => !leaves).map(aspectLevel);
	if (levels.length === 0) return null;
	return fraction(
		levels.reduce((total, level) => total + level, 0),
		levels.length
	);
}
