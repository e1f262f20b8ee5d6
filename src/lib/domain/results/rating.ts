import type { Framework } from '#lib/domain/frameworks/document.ts';
import { rankOf, scaleOf } from './scale.ts';

/** A choice on the answer form that is not a rung of the scale. DOMAIN section 2.1. */
export const notApplicable = 'not applicable';
export const inherited = 'inherited';

/** What a service may answer: the framework's own scale, not applicable and, but for the corporate service itself, inherited. */
export const choicesOf = (framework: Framework, serviceKind: string): string[] => [
	...scaleOf(framework).map(({ id }) => id),
	notApplicable,
	...(serviceKind === 'corporate' ? [] : [inherited])
];

/** A rating in words, for lists and audit lines: 'Largely achieved', 'Not applicable', 'Inherited', 'Not answered'. */
export function sayRating(framework: Framework, rating: string | null): string {
	if (rating === null) return 'Not answered';
	if (rating === notApplicable) return 'Not applicable';
	if (rating === inherited) return 'Inherited';
	return scaleOf(framework).find(({ id }) => id === rating)?.name ?? rating;
}

/** An answer as a list shows it: the letter of the scale with its word; where `code` is null only the word. */
export type ShownRating = { code: string | null; word: string };

/** 'F Fully', '3 Working', 'Compliant', 'Not applicable', 'L Inherited'. */
export function shownRating(framework: Framework, rating: string | null, inheritedRating: string | null = null): ShownRating {
	if (rating === null) return { code: null, word: 'Not answered' };
	if (rating === notApplicable) return { code: null, word: 'Not applicable' };
	if (rating === inherited) return { code: framework.kind === 'compliance' ? null : inheritedRating, word: 'Inherited' };
	const found = scaleOf(framework)[rankOf(framework, rating)];
	return framework.kind === 'compliance' ? { code: found?.short ?? rating, word: '' } : { code: rating, word: found?.short ?? '' };
}
