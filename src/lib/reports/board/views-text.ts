import { viewMarks } from '#lib/domain/board/wording.ts';
import type { ShownInterest, ShownView } from '#lib/domain/board/views-in-words.ts';

/** The views and the interests of one item, a line each: 'Bo Member supports with changes: only in the north'. */
export function viewsText(given: { views: readonly ShownView[]; interests: readonly ShownInterest[] }, itemId: string): string[] {
	const isHere = (one: { itemId: string }) => one.itemId === itemId;
	return [
		...given.views
			.filter(isHere)
			.map(({ name, view, comment, isWithdrawn }) =>
				isWithdrawn
					? `${name}: view withdrawn, an interest is declared`
					: `${name} ${viewMarks[view].text.toLowerCase()}${comment ? `: ${comment}` : ''}`
			),
		...given.interests.filter(isHere).map(({ name, what }) => `${name} declared an interest: ${what}`)
	];
}
