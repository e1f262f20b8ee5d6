import { and, count, inArray, lt, sql } from 'drizzle-orm';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import { written } from '#lib/server/prepared-query.ts';
import { planned, withOrigin, type PlannedAction } from './planning.server.ts';
import { actions, stillOpen } from './tables.ts';

/** How many of the late actions of the whole council are told one by one. */
export const mostLate = 20;

const today = sql.placeholder('today');
const late = () => and(stillOpen(actions.status), lt(actions.dueOn, today));

const kept = keptPerDatabase((db) => {
	const first = sql`(select ${actions.id} from ${actions} where ${late()} order by ${actions.dueOn}, ${actions.number} limit ${written(mostLate)})`;
	return {
		count: db.select({ n: count() }).from(actions).where(late()).prepare(),
		first: planned(db, inArray(actions.id, first), today).prepare()
	};
});

/** The actions of the whole council that are late, the longest first, twenty at most, and how many there are in all. DOMAIN section 3. */
export function overdue(db: Database, day: string): { actions: PlannedAction[]; count: number } {
	const { n } = kept(db).count.get({ today: day })!;
	return { actions: n ? kept(db).first.all({ today: day }).map(withOrigin) : [], count: n };
}
