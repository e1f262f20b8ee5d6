import { answersCarriedOver, changesBetween } from './comparing.ts';
import type { Framework } from './document.ts';
import { matched } from './matching.ts';

/** What becomes of one criterion's rows when an assessment moves to another version of its framework. */
export type Course = {
	/** Each old number still asked, with its new number: comments, evidence and actions go there. */
	goes: Map<string, string>;
	/** Old numbers that are no longer asked. */
	ends: string[];
	/** New numbers that were not asked before: they begin with an empty answer. */
	begins: string[];
	/** Whether the answer to an old number, with this rating, still holds. */
	holds: (number: string, rating: string | null) => boolean;
};

/** How the answers of an assessment move from one version to another. The rules of what holds are those of `answersCarriedOver`. */
export function courseBetween(from: Framework, to: Framework): Course {
	const pairs = matched(from, to);
	const carried = answersCarriedOver(from, to);
	const lost = new Set(changesBetween(from, to).flatMap(({ rating, keeps }) => (rating !== undefined && !keeps ? [rating] : [])));
	return {
		goes: new Map(pairs.flatMap((pair): [string, string][] => (pair.old && pair.new ? [[pair.old.number, pair.new.number]] : []))),
		ends: pairs.flatMap((pair) => (pair.new ? [] : [pair.old.number])),
		begins: pairs.flatMap((pair) => (pair.old ? [] : [pair.new.number])),
		holds: (number, rating) => carried.has(number) && (rating === null || !lost.has(rating))
	};
}
