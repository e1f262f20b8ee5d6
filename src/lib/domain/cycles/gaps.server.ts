import { sql } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { betweenWrites } from '#lib/server/between-writes.ts';
import { rowsOf, written } from '#lib/server/prepared-query.ts';

/** How many agreed assessments of a cycle a criterion keeps from their next award, of how many. */
export type CommonGap = { criterion: string; count: number; of: number };

/** The criteria that most often stop the next award in a cycle, the commonest first. Read from one index. */
export function commonestGaps(db: Database, cycleId: string, agreed: number, limit = 10): CommonGap[] {
	const query = sql`select criterion, count(*) as count from gap where cycle_id = ${cycleId} group by criterion order by count desc, criterion limit ${written(limit)}`;
	const found = betweenWrites(db, `gaps in ${cycleId}, ${limit}`, () => rowsOf<{ criterion: string; count: number }>(db, query));
	return found.map((row) => ({ ...row, of: agreed }));
}
