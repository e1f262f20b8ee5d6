/** Words that say nothing about what a sentence is about. */
const idle = new Set(
	'a about all also an and any are as at be been but by can do for from get has have how if in into is it its more no not of on once one only or our out over so such than that the their them then there these they this those to up was we what when where which who will with within you your'.split(
		' '
	)
);

/** A word without its commonest endings, so that 'appointments' and 'appointment' are one. */
const stem = (word: string) => word.replace(/(ies|ing|ed|es|s|ly)$/, (end) => (end === 'ies' ? 'y' : ''));

/** The words of a text that say what it is about, each once. */
export const tellingWords = (text: string): Set<string> =>
	new Set(
		text
			.toLowerCase()
			.split(/[^a-z]+/)
			.filter((word) => word.length > 2 && !idle.has(word))
			.map(stem)
	);

export type Suggested<T> = { one: T; shared: string[] };

/**
 * What shares telling words with a text, the most telling first: a word counts the more, the fewer of the candidates hold it.
 * Offered, never made. DOMAIN section 6.
 * @param textOf what a candidate says
 */
export function suggest<T>(text: string, candidates: readonly T[], textOf: (one: T) => string, most = 5): Suggested<T>[] {
	const wanted = tellingWords(text);
	const words = candidates.map((one) => tellingWords(textOf(one)));
	const held = new Map<string, number>();
	for (const each of words) for (const word of each) if (wanted.has(word)) held.set(word, (held.get(word) ?? 0) + 1);
	const weight = (word: string) => Math.log(1 + candidates.length / (held.get(word) ?? 1));
	return candidates
		.map((one, at) => {
			const shared = [...words[at]!].filter((word) => wanted.has(word));
			return { one, shared, worth: shared.reduce((sum, word) => sum + weight(word), 0) };
		})
		.filter(({ shared }) => shared.length)
		.sort((a, b) => b.worth - a.worth)
		.slice(0, most)
		.map(({ one, shared }) => ({ one, shared }));
}
