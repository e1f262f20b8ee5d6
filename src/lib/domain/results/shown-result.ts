import type { Framework } from '#lib/domain/frameworks/document.ts';
import { awardOf } from './award.ts';
import type { Basis } from './basis.ts';
import { levelNumbers } from './level.ts';

const ringed = ['Bronze', 'Silver', 'Gold'] as const;
type Ring = { level: number; levels: number; award: 'bronze' | 'silver' | 'gold' | 'none' };

/**
 * One result as people read it. `ring` is null for compliance, which has no levels. `word` is the award, the outcome or
 * the name of the level; `note` says the level, or the share met. `index` is '2.98', null for compliance.
 */
export type ShownResult = {
	basis: Basis;
	ring: Ring | null;
	word: string;
	note: string;
	index: string | null;
	met: number;
	applicable: number;
};

/** The facts of a result, kept or just worked out. `index` in hundredths. */
export type Facts = {
	basis: Basis;
	level: number | null;
	award: string | null;
	index: number | null;
	met: number;
	applicable: number;
};

/** A maturity index in hundredths as it is shown: 298 is '2.98'. */
export const shownIndex = (index: number | null): string | null => (index === null ? null : (index / 100).toFixed(2));

/** 'Level 2 Invested', or 'Not yet rated' for level 0. */
export function levelInWords(framework: Framework, level: number): string {
	const name = framework.levels?.find(({ number }) => number === level)?.name;
	return level > 0 ? `Level ${level}${name ? ` ${name}` : ''}` : 'Not yet rated';
}

/** A result in words and in the parts of its ring. DOMAIN section 2.2: an award is always shown with its level. */
export function shownResult(framework: Framework, { basis, level, award, index, met, applicable }: Facts): ShownResult {
	const figures = { basis, index: shownIndex(index), met, applicable };
	if (level === null) return { ...figures, ring: null, word: award ?? 'No outcome', note: `${met} of ${applicable} met` };
	const known = ringed.find((name) => name === award);
	const ring: Ring = { level, levels: levelNumbers(framework).length, award: known ? (known.toLowerCase() as Ring['award']) : 'none' };
	const note = levelInWords(framework, level);
	const awards = levelNumbers(framework).some((number) => awardOf(framework, number) !== null);
	return { ...figures, ring, word: awards ? (award ?? 'No award') : note, note: awards ? note : `of ${ring.levels} levels` };
}

/** What the index is called: a maturity index for staged, the mean of the aspects for a rubric. */
export const indexLabel = (framework: Framework): string => (framework.kind === 'rubric' ? 'Mean of the aspects' : 'Maturity index');
