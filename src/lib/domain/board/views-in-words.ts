import type { View } from './words.ts';

/** A view as it is shown: withdrawn where its giver declared an interest in the item, before or after. */
export type ShownView = {
	itemId: string;
	personId: string;
	name: string;
	view: View;
	comment: string;
	givenAt: number;
	version: number;
	isWithdrawn: boolean;
};

/** An interest as the minutes show it. */
export type ShownInterest = { itemId: string; personId: string; name: string; what: string };

/** How many views of each kind count: '3 support, 1 does not support'; '' for none. */
export function viewsInWords(views: readonly Pick<ShownView, 'view' | 'isWithdrawn'>[]): string {
	const count = (view: View) => views.filter((one) => one.view === view && !one.isWithdrawn).length;
	const some = (number: number, one: string, more: string) => (number ? [`${number} ${number === 1 ? one : more}`] : []);
	return [
		...some(count('support'), 'supports', 'support'),
		...some(count('support with changes'), 'supports with changes', 'support with changes'),
		...some(count('do not support'), 'does not support', 'do not support'),
		...some(count('comment'), 'comments', 'comment')
	].join(', ');
}
