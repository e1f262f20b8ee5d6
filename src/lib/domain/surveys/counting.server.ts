import { sql } from 'drizzle-orm';
import type { MonthSum } from '#lib/domain/complaints/counting.server.ts';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import type { SurveyPart } from './words.ts';

/** From this answer on, of 1 to 5, a customer is satisfied: fairly or very. */
export const satisfiedFrom = 4;

const columnOf: Record<SurveyPart, string> = {
	overall: 'a.overall',
	welcome: 'a.welcome',
	wait: 'a.wait',
	efficiency: 'a.efficiency',
	interaction: 'a.interaction',
	delivery: 'a.delivery',
	resolved: 'a.resolved'
};
/** The column of a part, and whether what it holds says that the customer is satisfied, in SQL on answers called `a`. */
export const partInSql = (part: SurveyPart) => {
	const column = sql.raw(columnOf[part]);
	return { column, satisfied: part === 'resolved' ? sql`${column} = 1` : sql`${column} >= ${satisfiedFrom}` };
};

/**
 * Satisfied of answered, of one part, by month, service and channel: from all surveys, monthly, exit and annual. Months are
 * YYYY-MM, both included. Satisfied is 4 or 5 of 5, for `resolved` yes. What is held or refused does not count. Small sums are
 * given too: who shows them shows nothing below five answers. DOMAIN section 7.
 */
export function satisfactionSums(db: Database, part: SurveyPart, { from, to }: { from: string; to: string }): MonthSum[] {
	const { column, satisfied } = partInSql(part);
	return rowsOf<MonthSum>(
		db,
		sql`select substr(a.day, 1, 7) as period, a.service_id as serviceId, a.channel as channel, sum(${satisfied}) as numerator, count(*) as denominator
		from survey_answer a where a.state = 'counted' and a.day >= ${`${from}-01`} and a.day < ${`${to}-99`} and ${column} is not null
		group by 1, 2, 3 order by 1, 2, 3`
	);
}
