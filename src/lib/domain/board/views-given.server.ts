import { and, asc, eq, inArray } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { interests, memberViews } from './tables.ts';
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

/** The views and the interests of some items, by the name of who gave them. */
export function viewsAndInterests(db: Database, itemIds: readonly string[]): { views: ShownView[]; interests: ShownInterest[] } {
	const ids = [...itemIds];
	const views = db
		.select({
			itemId: memberViews.itemId,
			personId: people.id,
			name: people.name,
			view: memberViews.view,
			comment: memberViews.comment,
			givenAt: memberViews.givenAt,
			version: memberViews.version,
			interest: interests.what
		})
		.from(memberViews)
		.innerJoin(people, eq(people.id, memberViews.personId))
		.leftJoin(interests, and(eq(interests.itemId, memberViews.itemId), eq(interests.personId, memberViews.personId)))
		.where(inArray(memberViews.itemId, ids))
		.orderBy(asc(inAnyCase(people.name)), asc(people.id))
		.all()
		.map(({ interest, ...view }) => ({ ...view, isWithdrawn: interest !== null }));
	const declared = db
		.select({ itemId: interests.itemId, personId: people.id, name: people.name, what: interests.what })
		.from(interests)
		.innerJoin(people, eq(people.id, interests.personId))
		.where(inArray(interests.itemId, ids))
		.orderBy(asc(inAnyCase(people.name)), asc(people.id))
		.all();
	return { views, interests: declared };
}

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
