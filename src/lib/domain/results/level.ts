import type { Framework } from '#lib/domain/frameworks/document.ts';
import type { Achievement } from './scale.ts';
import { rankOf } from './scale.ts';
import type { Standing } from './standing.ts';

/** The numbers of a framework's levels, lowest first. */
export function levelNumbers(framework: Framework): readonly number[] {
	const known = numbers.get(framework) ?? (framework.levels ?? []).map((level) => level.number).sort((a, b) => a - b);
	numbers.set(framework, known);
	return known;
}

const numbers = new WeakMap<Framework, readonly number[]>();

/** The two thresholds, as the framework has them or as ISO/IEC 33020 does: L at the level itself, F below it (DOMAIN section 2.2). */
export const thresholdsOf = (framework: Framework): { atLevel: Achievement; below: Achievement } =>
	framework.thresholds ?? { atLevel: 'L', below: 'F' };

/**
 * What the criteria below a level must reach for it to be attained: the stricter of the two
 * thresholds, since each level on the way must itself be attained.
 */
export function needsBelow(framework: Framework): Achievement {
	const { atLevel, below } = thresholdsOf(framework);
	return rankOf(framework, below) > rankOf(framework, atLevel) ? below : atLevel;
}

/** What a criterion of `level` must reach for `target`, at or above it, to be attained. */
export const needsAt = (framework: Framework, level: number, target: number): Achievement =>
	level === target ? thresholdsOf(framework).atLevel : needsBelow(framework);

/** The standings that keep a staged assessment from `target`; none exactly when it is attained. */
export const stopping = (framework: Framework, standings: Standing[], target: number): Standing[] =>
	standings.filter(
		({ leaves, level, counts }) =>
			!leaves && level !== null && level <= target && rankOf(framework, counts) < rankOf(framework, needsAt(framework, level, target))
	);

/**
 * The level a staged assessment reaches, 0 ("not yet rated") to the framework's highest: the
 * capability rule of ISO/IEC 33020 as DOMAIN section 2.2 has it. A level none of whose criteria
 * applies is passed through; where nothing applies at all, nothing has been rated and the level is 0.
 * `levels` may narrow the levels that are tried.
 */
export function levelOf(standings: Standing[], framework: Framework, levels = levelNumbers(framework)): number {
	if (standings.every(({ leaves }) => leaves)) return 0;
	let reached = 0;
	for (const target of levels) {
		if (stopping(framework, standings, target).length > 0) break;
		reached = target;
	}
	return reached;
}
