import { sql, type SQL } from 'drizzle-orm';
import { workingDaysBetween } from '#lib/domain/calendar/working-days.ts';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import type { BoardFilter } from './board-filter.ts';
import { statuses, type Status } from '#lib/domain/assessments/status.ts';

/** One service on the board. `daysLeft` counts working days, negative once the due date is past; null once it is handed in. */
export type BoardRow = {
	id: string;
	status: Status;
	dueOn: string;
	serviceId: string;
	service: string;
	directorate: string;
	answered: number;
	total: number;
	claimedLevel: number | null;
	claimedAward: string | null;
	agreedLevel: number | null;
	agreedAward: string | null;
	moderator: string | null;
	daysLeft: number | null;
};

/** With the service: before it is handed in it can be late. */
const withService: readonly Status[] = ['draft', 'changes requested'];
const pageSize = 50;

const columns = sql`
	a.id, a.status, a.due_on as dueOn, s.id as serviceId, s.name as service, d.name as directorate, r.answered, r.total,
	r.level as claimedLevel, r.award as claimedAward, a.agreed_level as agreedLevel, a.agreed_award as agreedAward, p.name as moderator`;
const beside = sql`
	cross join directorate d on d.id = s.directorate_id
	left join result r on r.assessment_id = a.id and r.basis = 'claimed'
	left join person p on p.id = a.moderator_id`;

function narrowed({ status, directorate, late }: BoardFilter, today: string): SQL {
	const parts = [
		status && sql`a.status = ${status}`,
		directorate && sql`s.directorate_id = ${directorate}`,
		late && sql`a.due_on < ${today} and a.status in ('draft', 'changes requested')`
	];
	return sql.join([sql`1`, ...parts.filter((part) => !!part)], sql` and `);
}

/** By name: walks the services in the order of their names. */
const byService = (cycleId: string, filter: BoardFilter, today: string) => sql`
	select ${columns} from service s cross join assessment a on a.cycle_id = ${cycleId} and a.service_id = s.id ${beside}
	where s.name collate nocase > ${filter.after ?? ''} and ${narrowed(filter, today)}
	order by s.name collate nocase limit ${pageSize + 1}`;

/**
 * By status, in the order of the way, then by due date: each status is read from its own stretch of the index, from
 * where the last page ended, and no more than one page of them all.
 */
function byStatus(cycleId: string, filter: BoardFilter, today: string) {
	const [status = statuses[0], dueOn = '', serviceId = ''] = (filter.after ?? '').split('|');
	const from = Math.max(0, statuses.indexOf(status as Status));
	const stretches = statuses.slice(from).map((each, i) => {
		const [afterDue, afterService] = i === 0 ? [dueOn, serviceId] : ['', ''];
		return sql`select * from (
			select ${columns} from assessment a cross join service s on s.id = a.service_id ${beside}
			where a.cycle_id = ${cycleId} and a.status = ${each} and (a.due_on, a.service_id) > (${afterDue}, ${afterService})
				and ${narrowed(filter, today)}
			order by a.due_on, a.service_id limit ${pageSize + 1})`;
	});
	return sql`select * from (${sql.join(stretches, sql` union all `)}) limit ${pageSize + 1}`;
}

/** The statement a board's page is read with; its plan is tested. */
export const boardQuery = (cycleId: string, filter: BoardFilter, today: string): SQL =>
	(filter.sort === 'service' ? byService : byStatus)(cycleId, filter, today);

/**
 * One page of a cycle's progress: every figure is a kept one. Within a status and a due date a page is in order of
 * name. `next` is what the next page comes after, null on the last.
 */
export function boardOf(db: Database, cycleId: string, filter: BoardFilter, today: string): { rows: BoardRow[]; next: string | null } {
	const found = rowsOf<Omit<BoardRow, 'daysLeft'>>(db, boardQuery(cycleId, filter, today));
	const page = found.slice(0, pageSize);
	const last = page.at(-1);
	const key = last && (filter.sort === 'service' ? last.service : [last.status, last.dueOn, last.serviceId].join('|'));
	const left = daysLeftFrom(today);
	const rows = page.map((row) => ({ ...row, daysLeft: withService.includes(row.status) ? left(row.dueOn) : null }));
	if (filter.sort === 'status') rows.sort(byStatusDueAndName);
	return { rows, next: found.length > pageSize ? (key ?? null) : null };
}

const inEnglish = new Intl.Collator('en-GB');
const byStatusDueAndName = (a: BoardRow, b: BoardRow) =>
	statuses.indexOf(a.status) - statuses.indexOf(b.status) || a.dueOn.localeCompare(b.dueOn) || inEnglish.compare(a.service, b.service);

/** Working days left to a date; most of a cycle has one due date, so each is counted once. */
function daysLeftFrom(today: string) {
	const known = new Map<string, number>();
	return (dueOn: string) => {
		const left = known.get(dueOn) ?? workingDaysBetween(today, dueOn);
		known.set(dueOn, left);
		return left;
	};
}

/** How many assessments of a cycle stand at each status, and how many of those with their service are past their date. */
export const countsQuery = (cycleId: string, today: string): SQL => sql`
	select status, count(*) as count, sum(due_on < ${today} and status in ('draft', 'changes requested')) as late
	from assessment where cycle_id = ${cycleId} group by status`;

export type StatusCount = { status: Status; count: number; late: number };
export function statusCounts(db: Database, cycleId: string, today: string): StatusCount[] {
	const found = rowsOf<StatusCount>(db, countsQuery(cycleId, today));
	return statuses.map((status) => found.find((row) => row.status === status) ?? { status, count: 0, late: 0 });
}
