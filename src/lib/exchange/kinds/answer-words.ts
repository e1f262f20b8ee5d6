import type { Framework } from '#lib/domain/frameworks/document.ts';
import { inherited, notApplicable } from '#lib/domain/results/rating.ts';
import { scaleOf } from '#lib/domain/results/scale.ts';

const bare = (text: string) =>
	text
		.toLowerCase()
		.replaceAll(/\([^)]*\)/g, ' ')
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/**
 * The words that stand for each answer in a file: its id, its name and its short name, in capitals or not ('N', 'Not',
 * 'Not achieved'), and for not applicable and inherited what people write. A word that could mean two answers means none.
 */
export function answerWords(framework: Framework): Map<string, string | null> {
	const pairs: [string, string | null][] = [
		...scaleOf(framework).flatMap(({ id, name, short }): [string, string][] => [
			[id, id],
			[name, id],
			[short, id]
		]),
		...(framework.kind === 'staged'
			? ([
					['Partly', 'P'],
					['Partly achieved', 'P'],
					['No', 'N']
				] as [string, string][])
			: []),
		...['not applicable', 'n/a', 'na', 'does not apply'].map((word): [string, string] => [word, notApplicable]),
		...['inherited', 'inherit'].map((word): [string, string] => [word, inherited]),
		...['', '-', 'not answered', 'unanswered'].map((word): [string, null] => [word, null])
	];
	const words = new Map<string, string | null>();
	const doubtful = new Set<string>();
	for (const [word, rating] of pairs) {
		const key = bare(word);
		if (words.has(key) && words.get(key) !== rating) doubtful.add(key);
		words.set(key, rating);
	}
	for (const key of doubtful) words.delete(key);
	return words;
}

/** What a cell means: a rating, null for no answer, undefined where it is none of the words. */
export const readAnswer = (words: Map<string, string | null>, cell: string): string | null | undefined => words.get(bare(cell));
