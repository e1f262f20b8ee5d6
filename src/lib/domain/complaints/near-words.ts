/*
 * Whether two texts tell of the same thing. Only used to ask a person: nothing is joined without their word.
 */

/** Words that carry meaning: four letters or more, in small letters, without their endings for number and time. */
function wordsIn(text: string): Set<string> {
	const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
	return new Set(words.map((word) => word.replace(/(ing|ed|es|s)$/, '')));
}

/** The share of the shorter text's words that the longer one has, 0 to 1; 0 where one has none. */
export function nearness(one: string, other: string): number {
	const [short, long] = [wordsIn(one), wordsIn(other)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
	if (!short.size) return 0;
	return [...short].filter((word) => long.has(word)).length / short.size;
}

/** From this share on two texts are near enough to ask. */
export const nearEnough = 0.5;

/** A name or a contact as it is compared: without capitals, spaces and signs. */
export const samePerson = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, '');
