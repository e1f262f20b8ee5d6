import { and, count, inArray, lt } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { toPlan, type PlannedAction } from './planning.server.ts';
import { actions } from './tables.ts';

/** The actions of the whole council that are late, the longest first, and how many there are in all. DOMAIN section 3. */
export function overdue(db: Database, today: string, most: number): { actions: PlannedAction[]; count: number } {
	const late = and(inArray(actions.status, ['not started', 'on track', 'at risk']), lt(actions.dueOn, today));
	const { n } = db.select({ n: count() }).from(actions).where(late).get()!;
	return { actions: toPlan(db, late, today, most), count: n };
}
