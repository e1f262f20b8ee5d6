import type { Framework } from '#lib/domain/frameworks/document.ts';
import { countsUnanswered, scaleOf } from './scale.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const choice = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** '3.2', '3.2 and 3.5', '3.2, 3.5 and 3.6'. */
export const listed = (words: string[]): string => list.format(words);

/** As it stands inside a sentence: 'Level 2 Invested' is 'level 2 Invested'. */
export const inSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** 'compliant or plus'. */
export const eitherOf = (words: string[]): string => choice.format(words);

/** 'criterion' for one and 'criteria' for any other number, with the number before it. */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What a rating is called in running text: 'Largely', 'level 4 Leading', 'level 0'. */
export function ratingInWords(framework: Framework, rating: string | null): string {
	if (rating === 'not applicable') return 'not applicable';
	if (rating === null) return framework.kind === 'rubric' ? 'level 0' : ratingInWords(framework, countsUnanswered(framework) ?? '');
	const name = scaleOf(framework).find(({ id }) => id === rating)?.short ?? rating;
	return framework.kind === 'rubric' ? `level ${rating} ${name}` : name;
}
