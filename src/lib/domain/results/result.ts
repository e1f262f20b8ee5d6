import type { Framework, Kind } from '#lib/domain/frameworks/document.ts';
import type { Answer } from './answer.ts';
import { awardOf } from './award.ts';
import { nextAward, nextLevel, type Ahead } from './blocking.ts';
import { completenessOf, type Completeness } from './completeness.ts';
import { holdsUntil } from './current-evidence.ts';
import { inParts, toNumber } from './fraction.ts';
import { levelNumbers, levelOf } from './level.ts';
import { indexParts, maturityIndex } from './maturity-index.ts';
import { nextOutcome, outcomeOf } from './outcome.ts';
import { aspectsBelow, lowestAspect, meanAspect } from './rubric.ts';
import { isMet } from './scale.ts';
import { standingsOf, type Basis, type Standing } from './standing.ts';
import { themeProfile, type ThemeStanding } from './theme-profile.ts';

/** One level: the mean worth of its applicable criteria (0 to 1, 0 when none applies), how many are met, and whether it is attained. */
export type LevelStanding = { number: number; worth: number; met: number; applicable: number; attained: boolean };

/**
 * A result on one basis. `level` is null for compliance. `award` is the award of the level, for
 * compliance the name of the outcome; null for none. `index` is in hundredths: the maturity index,
 * for a rubric the mean of its aspects; null for compliance and where nothing applies. `share` is
 * the share met, 0 to 1, for compliance only. `met` counts ratings worth more than a half.
 */
export type BasisResult = {
	basis: Basis;
	level: number | null;
	award: string | null;
	index: number | null;
	share: number | null;
	met: number;
	applicable: number;
	themes: ThemeStanding[];
	levels: LevelStanding[];
	next: Ahead | null;
	nextAward: Ahead | null;
};

/** The whole result. `holdsUntil` is the last day on which evidence leaves the figures as they are; null for good. */
export type Result = {
	kind: Kind;
	completeness: Completeness;
	claimed: BasisResult;
	evidenced: BasisResult;
	agreed: BasisResult;
	holdsUntil: string | null;
};

/**
 * Works out the whole result of an assessment (DOMAIN sections 2.1 and 2.2). `on` is the plain date
 * evidence is judged on: today while in draft, the day of submission after. The same answers on
 * the same day give the same result for ever, in whatever order they come.
 */
export function resultOf(framework: Framework, answers: Answer[], on: string): Result {
	const evidenced = basisResult(framework, answers, 'evidenced', on);
	return {
		kind: framework.kind,
		completeness: completenessOf(framework, answers),
		claimed: basisResult(framework, answers, 'claimed', on),
		evidenced,
		agreed: isModerated(answers) ? basisResult(framework, answers, 'agreed', on) : { ...evidenced, basis: 'agreed' },
		holdsUntil: holdsUntil(answers, on)
	};
}

/** Whether anything can be agreed other than it is evidenced: a moderator spoke, or has a "not applicable" to accept. */
const isModerated = (answers: Answer[]) => answers.some(({ moderation, rating }) => moderation !== null || rating === 'not applicable');

function basisResult(framework: Framework, answers: Answer[], basis: Basis, on: string): BasisResult {
	const standings = standingsOf(framework, answers, basis, on);
	const met = standings.filter(({ counts }) => isMet(framework, counts)).length;
	const applicable = standings.filter(({ leaves }) => !leaves).length;
	return {
		basis,
		met,
		applicable,
		themes: themeProfile(framework, standings),
		...byKind[framework.kind](framework, standings, met, applicable)
	};
}

type ByKind = Pick<BasisResult, 'level' | 'award' | 'index' | 'share' | 'levels' | 'next' | 'nextAward'>;

const byKind: Record<Kind, (framework: Framework, standings: Standing[], met: number, applicable: number) => ByKind> = {
	staged(framework, standings) {
		const level = levelOf(standings, framework);
		const levels = indexParts(framework, standings).map(({ level: number, mean, applicable }) => ({
			number,
			worth: mean === null ? 0 : toNumber(mean),
			met: standings.filter((standing) => standing.level === number && isMet(framework, standing.counts)).length,
			applicable,
			attained: number <= level
		}));
		return { ...onLevel(framework, standings, level), index: maturityIndex(framework, standings), levels };
	},
	rubric(framework, standings, _met, applicable) {
		const level = lowestAspect(standings);
		const mean = meanAspect(standings);
		const levels = levelNumbers(framework).map((number) => {
			const reaching = applicable - aspectsBelow(standings, number).length;
			return { number, worth: applicable === 0 ? 0 : reaching / applicable, met: reaching, applicable, attained: number <= level };
		});
		return { ...onLevel(framework, standings, level), index: mean === null ? null : inParts(mean, 100), levels };
	},
	compliance(framework, standings, met, applicable) {
		const next = nextOutcome(framework, standings);
		const award = outcomeOf(framework, standings)?.name ?? null;
		return { level: null, award, index: null, share: applicable === 0 ? null : met / applicable, levels: [], next, nextAward: next };
	}
};

const onLevel = (framework: Framework, standings: Standing[], level: number) => ({
	level,
	award: awardOf(framework, level),
	share: null,
	next: nextLevel(framework, standings, level),
	nextAward: nextAward(framework, standings, level)
});
