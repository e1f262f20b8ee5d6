import { shownShare } from '../statistics/rounding.ts';
import { levelName, levelNames, levels, type Level } from './levels.ts';
import { childrenOf, type Strand, type Thread } from './thread.ts';

/** How many things are tied to each strand, by its id; a strand that is not there has none. */
export type TiedFacts = {
	/** What is done for it: actions, recommendations, journeys and objectives of one-to-ones. */
	serving: ReadonlyMap<string, number>;
	/** What shows how far it is kept: measures, and for an individual objective also scorecard questions. */
	measured: ReadonlyMap<string, number>;
};

/** Whether a strand or something that is done for it stands below this one. */
export const hasBelow = (thread: Thread, facts: TiedFacts, strand: Strand): boolean =>
	childrenOf(thread, strand.id).length > 0 || (facts.serving.get(strand.id) ?? 0) > 0;

export const isMeasured = (facts: TiedFacts, strand: Strand): boolean => (facts.measured.get(strand.id) ?? 0) > 0;

/** Nothing needs to stand below an individual objective. */
export const needsBelow = (level: Level): boolean => level !== 'individual objective';

export type LevelCoverage = {
	level: Level;
	covered: number;
	of: number;
	/** What each strand that is not covered lacks. */
	lacking: { strand: Strand; below: boolean; measure: boolean }[];
	/** How the figure comes about, a sentence a step. */
	explain: string[];
};

/**
 * The share of strands at each level with at least one thing below and one measure, as numerator and denominator; an
 * individual objective needs a measure only. A level without strands is left out. DOMAIN section 6.
 */
export function coverageOf(thread: Thread, facts: TiedFacts, of: readonly Strand[] = thread.strands): LevelCoverage[] {
	return levels.flatMap((level) => {
		const here = of.filter((strand) => strand.level === level);
		if (!here.length) return [];
		const lacking = here
			.map((strand) => ({
				strand,
				below: needsBelow(level) && !hasBelow(thread, facts, strand),
				measure: !isMeasured(facts, strand)
			}))
			.filter(({ below, measure }) => below || measure);
		const covered = here.length - lacking.length;
		return [{ level, covered, of: here.length, lacking, explain: explained(level, here.length, covered, lacking) }];
	});
}

function explained(level: Level, of: number, covered: number, lacking: LevelCoverage['lacking']): string[] {
	const count = (test: (one: { below: boolean; measure: boolean }) => boolean) => lacking.filter(test).length;
	const said = [
		[count(({ below, measure }) => below && !measure), 'nothing below'],
		[count(({ below, measure }) => measure && !below), 'no measure'],
		[count(({ below, measure }) => below && measure), 'neither']
	].flatMap(([n, what]) => (n ? [`${n} with ${what}`] : []));
	const need = needsBelow(level) ? 'at least one thing below and at least one measure' : 'at least one measure';
	return [
		`${of} ${(of === 1 ? levelName(level) : levelNames[level]).toLowerCase()} ${of === 1 ? 'stands' : 'stand'} in the thread.`,
		`${covered} ${covered === 1 ? 'has' : 'have'} ${need}${said.length ? `; left out: ${said.join(', ')}` : ''}.`,
		`${covered} of ${of} is ${shareInWords(covered, of)}.`
	];
}

/** A share as a percentage with one decimal, rounded half up once: '71.1%'; '–' of nothing. */
export const shareInWords = (part: number, of: number): string => (of ? shownShare(part / of) : '–');

/** The rule, in one sentence, beside the figures. */
export const coverageRule = 'Covered: at least one thing below and at least one measure. Individual objectives need a measure only.';
