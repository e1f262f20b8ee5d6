import type { Framework } from '#lib/domain/frameworks/document.ts';
import { decimal, fraction, nothing, type Fraction } from './fraction.ts';

export type Achievement = 'N' | 'P' | 'L' | 'F';

/** One rung of a rating scale. `worth` is 0 to 1; `short` is the name where there is little room. */
export type ScaleRating = { id: string; name: string; short: string; about: string; worth: number };

/** The achievement scale of ISO/IEC 33020, worst first (DOMAIN section 2.1). `range` is the share achieved, in words. */
export const achievements: (ScaleRating & { id: Achievement; range: string; thirds: number })[] = [
	{ id: 'N', name: 'Not achieved', short: 'Not', range: '0 to 15%', about: '0 to 15%: little or nothing yet', worth: 0, thirds: 0 },
	{
		id: 'P',
		name: 'Partially achieved',
		short: 'Partially',
		range: 'over 15% to 50%',
		about: 'over 15% to 50%: started, not dependable',
		worth: 1 / 3,
		thirds: 1
	},
	{
		id: 'L',
		name: 'Largely achieved',
		short: 'Largely',
		range: 'over 50% to 85%',
		about: 'over 50% to 85%: done in most places, a few gaps',
		worth: 2 / 3,
		thirds: 2
	},
	{
		id: 'F',
		name: 'Fully achieved',
		short: 'Fully',
		range: 'over 85% to 100%',
		about: 'over 85% to 100%: done everywhere, always',
		worth: 1,
		thirds: 3
	}
];

/**
 * The ratings a criterion of this framework can be given, worst first (DOMAIN section 2).
 * Staged: N, P, L, F. Rubric: '1' upwards, one for each level, worth (k − 1) ÷ (levels − 1).
 * Compliance: the file's own.
 */
export function scaleOf(framework: Framework): readonly ScaleRating[] {
	const known = scales.get(framework);
	if (known) return known;
	const scale = readScale(framework);
	scales.set(framework, scale);
	return scale;
}

/** A published framework never changes, and a council's page asks for its scale many thousand times. */
const scales = new WeakMap<Framework, readonly ScaleRating[]>();

function readScale(framework: Framework): ScaleRating[] {
	if (framework.kind === 'staged') return achievements.map(({ id, name, short, about, worth }) => ({ id, name, short, about, worth }));
	if (framework.kind === 'compliance') return (framework.scale ?? []).map((rating) => ({ ...rating, short: rating.name }));
	const levels = [...(framework.levels ?? [])].sort((a, b) => a.number - b.number);
	return levels.map((level, i) => ({
		id: String(level.number),
		name: level.name,
		short: level.name,
		about: level.about,
		worth: levels.length > 1 ? i / (levels.length - 1) : 1
	}));
}

/** The place of a rating in the scale, 0 for the worst; −1 for no rating. */
export const rankOf = (framework: Framework, rating: string | null): number =>
	rating === null ? -1 : scaleOf(framework).findIndex(({ id }) => id === rating);

/** The exact worth of a rating, 0 to 1; no rating is worth nothing. */
export function worthOf(framework: Framework, rating: string | null): Fraction {
	const known = worths.get(framework) ?? scaleOf(framework).map((_, rank) => worthAt(framework, rank));
	worths.set(framework, known);
	return known[rankOf(framework, rating)] ?? nothing;
}

const worths = new WeakMap<Framework, Fraction[]>();

function worthAt(framework: Framework, rank: number): Fraction {
	if (framework.kind === 'staged') return fraction(rank, achievements.length - 1);
	const scale = scaleOf(framework);
	if (framework.kind === 'compliance') return decimal(scale[rank]?.worth ?? 0);
	return scale.length > 1 ? fraction(rank, scale.length - 1) : fraction(1);
}

/** Whether a rating is worth more than a half: Largely and Fully, 4 and 5, and their like. */
export const isMet = (framework: Framework, rating: string | null): boolean =>
	(scaleOf(framework)[rankOf(framework, rating)]?.worth ?? 0) > 0.5;

/** The most that can be said without current evidence: the best rating worth at most a half, else the worst. */
export function bestUnproved(framework: Framework): string | null {
	const scale = scaleOf(framework);
	return (scale.filter(({ id }) => !isMet(framework, id)).at(-1) ?? scale[0])?.id ?? null;
}

/**
 * What an unanswered criterion, or a refused "not applicable", counts as (DOMAIN section 2.1):
 * the worst rating. On a rubric even the lowest description says something, so there it is
 * no rating at all (null), level 0.
 */
export const countsUnanswered = (framework: Framework): string | null =>
	framework.kind === 'rubric' ? null : (scaleOf(framework)[0]?.id ?? null);
