import type { Framework } from '#lib/domain/frameworks/document.ts';
import type { Ahead, Blocker } from './blocking.ts';
import { ratingInWords } from './wording.ts';

/** One criterion that stops something, as a list shows it. */
export type Stopper = {
	criterion: string;
	title: string;
	counts: string | null;
	countsInWords: string;
	needs: string;
	why: string;
	kind: 'watch' | 'bad';
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Why a criterion stops a level, as a sentence: 'Rated Largely, needs Fully'. DOMAIN section 2.2 has the six reasons. */
export function whyInWords(framework: Framework, { why, counts, needs }: Pick<Blocker, 'why' | 'counts' | 'needs'>): string {
	if (why !== 'rating too low') return capital(why);
	return `Rated ${ratingInWords(framework, counts)}, needs ${ratingInWords(framework, needs)}`;
}

/** The blockers of a level or an award with their titles and in words. */
export function stoppersOf(framework: Framework, blockers: Blocker[]): Stopper[] {
	const titles = new Map(framework.criteria.map(({ number, title }) => [number, title]));
	return blockers.map((blocker) => ({
		criterion: blocker.criterion,
		title: titles.get(blocker.criterion) ?? '',
		counts: blocker.counts,
		countsInWords: ratingInWords(framework, blocker.counts),
		needs: ratingInWords(framework, blocker.needs),
		why: whyInWords(framework, blocker),
		kind: blocker.why === 'evidence missing' || blocker.why === 'not-applicable not accepted' ? 'bad' : 'watch'
	}));
}

/** What is ahead by name: 'Silver', 'level 3', or the name of an outcome. */
export const aheadInWords = ({ level, award }: Pick<Ahead, 'level' | 'award'>, as: 'level' | 'award'): string =>
	as === 'award' && award ? award : level === null ? (award ?? '') : `level ${level}`;
