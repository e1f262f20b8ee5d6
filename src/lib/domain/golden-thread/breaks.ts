import { hasBelow, isMeasured, needsBelow, type TiedFacts } from './coverage.ts';
import type { Level } from './levels.ts';
import { parentsOf, type Strand, type Thread } from './thread.ts';

export const breakKinds = ['nothing below', 'no owner', 'no measure', 'tied to nothing'] as const;
export type BreakKind = (typeof breakKinds)[number];

/** The break in words, as a mark says it. */
export const breakWords: Record<BreakKind, string> = {
	'nothing below': 'Nothing below it',
	'no owner': 'No owner',
	'no measure': 'No measure',
	'tied to nothing': 'Tied to nothing'
};

/** An objective of a one-to-one, an action or a measure that is tied to no strand. */
export type Loose = { kind: 'objective' | 'action' | 'measure'; id: string; title: string; place: string; href: string };

export type Break = { what: BreakKind; strand: Strand; loose?: undefined } | { what: 'tied to nothing'; loose: Loose; strand?: undefined };

/** The levels whose strands are tied to nothing where they serve none above them. */
const mustServe = (level: Level) => level !== 'vision';

/** The breaks of one strand. */
export function breaksIn(thread: Thread, facts: TiedFacts, strand: Strand): BreakKind[] {
	const breaks: [boolean, BreakKind][] = [
		[mustServe(strand.level) && !parentsOf(thread, strand.id).length, 'tied to nothing'],
		[needsBelow(strand.level) && !hasBelow(thread, facts, strand), 'nothing below'],
		[!strand.owner, 'no owner'],
		[!isMeasured(facts, strand), 'no measure']
	];
	return breaks.flatMap(([is, what]) => (is ? [what] : []));
}

/**
 * Every break of the thread, from the top: strands with nothing below, with no owner, with no measure or serving nothing
 * above; then objectives, actions and measures tied to nothing. DOMAIN section 6.
 */
export const breaksOf = (thread: Thread, facts: TiedFacts, loose: readonly Loose[], of: readonly Strand[] = thread.strands): Break[] => [
	...of.flatMap((strand) => breaksIn(thread, facts, strand).map((what) => ({ what, strand }))),
	...loose.map((one) => ({ what: 'tied to nothing' as const, loose: one }))
];
