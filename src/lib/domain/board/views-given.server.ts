import { and, asc, eq, inArray } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { interests, memberViews } from './tables.ts';
import type { ShownInterest, ShownView } from './views-in-words.ts';

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
