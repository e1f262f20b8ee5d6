import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { rowsOf, written } from '#lib/server/prepared-query.ts';

export type CycleRow = {
	id: string;
	name: string;
	framework: string;
	startsOn: string;
	dueOn: string;
	closedAt: number | null;
	total: number;
	agreed: number;
};

const pageSize = 20;

/** Whether a cycle is under way: not closed, and not wholly agreed. */
export const isRunning = ({ closedAt, agreed, total }: Pick<CycleRow, 'closedAt' | 'agreed' | 'total'>) =>
	closedAt === null && agreed < total;

/** The statement the list of cycles is read with; its plan is tested. */
export const cyclesQuery = (after?: string): SQL => {
	const [startsOn = '', id = ''] = (after ?? '9999|').split('|');
	return sql`
		select c.id, c.name, f.name || ' ' || f.number as framework, c.starts_on as startsOn, c.due_on as dueOn, c.closed_at as closedAt,
			(select count(*) from assessment a where a.cycle_id = c.id) as total,
			(select count(*) from assessment a where a.cycle_id = c.id and a.status = 'agreed') as agreed
		from cycle c cross join framework_version f on f.id = c.framework_version_id
		where (c.starts_on, c.id) < (${startsOn}, ${id})
		order by c.starts_on desc, c.id desc limit ${written(pageSize + 1)}`;
};

/** Cycles, the latest first, with how far each has come. `next` is what the next page comes after, null on the last. */
export function cyclesSeen(db: Database, after?: string): { rows: CycleRow[]; next: string | null } {
	const found = rowsOf<CycleRow>(db, cyclesQuery(after));
	const rows = found.slice(0, pageSize);
	const last = rows.at(-1);
	return { rows, next: found.length > pageSize && last ? `${last.startsOn}|${last.id}` : null };
}
