import { sql, type SQL } from 'drizzle-orm';
import { statuses, type Status } from '#lib/domain/assessments/status.ts';
import type { BoardFilter } from './board-filter.ts';
import { written } from '#lib/server/prepared-query.ts';

/* The statements a cycle's board is read with; their plans are tested. */

/** A page of the list: two screens of a desk, and on a phone still to be scrolled through. */
export const pageSize = 25;
/** Cards under one status before it leads to the list. */
export const cardsEach = 12;
/** Between a figure and a name in a place of the list. */
export const divider = '\u001f';

const columns = sql`
	a.id, a.status, a.due_on as dueOn, s.id as serviceId, s.name as service, d.name as directorate, r.answered, r.total,
	r.level as claimedLevel, a.agreed_level as agreedLevel, a.agreed_award as agreedAward, p.name as moderator`;
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
	order by s.name collate nocase limit ${written(pageSize + 1)}`;

/**
 * By status, in the order of the way, then by due date: each status is read from its own stretch of the index, from
 * where the last page ended, and no more than one page of them all.
 */
function byStatus(cycleId: string, filter: BoardFilter, today: string) {
	const [status = statuses[0], dueOn = '', serviceId = ''] = (filter.after ?? '').split('|');
	const from = Math.max(0, statuses.indexOf(status as Status));
	const stretches = statuses
		.slice(from)
		.map((each, i) => stretch(cycleId, each, filter, today, { after: i === 0 ? [dueOn, serviceId] : ['', ''], most: pageSize + 1 }));
	return sql`select * from (${sql.join(stretches, sql` union all `)}) limit ${written(pageSize + 1)}`;
}

type From = { after: [dueOn: string, serviceId: string]; most: number };

const stretch = (cycleId: string, status: Status, filter: BoardFilter, today: string, { after, most }: From) => sql`select * from (
	select ${columns} from assessment a cross join service s on s.id = a.service_id ${beside}
	where a.cycle_id = ${cycleId} and a.status = ${status} and (a.due_on, a.service_id) > (${after[0]}, ${after[1]})
		and ${narrowed(filter, today)}
	order by a.due_on, a.service_id limit ${written(most)})`;

/**
 * The least complete first, then by name. Every answer changes this order, so no index keeps it: the services of one
 * cycle are put in order by two short columns, and only those of the page are then read whole.
 */
function byAnswered(cycleId: string, filter: BoardFilter, today: string) {
	const [answered = '-1', name = ''] = (filter.after ?? '').split(divider);
	return sql`
		select ${columns} from (
			select a.id, s.name, r.answered from assessment a cross join service s on s.id = a.service_id
			cross join result r on r.assessment_id = a.id and r.basis = 'claimed'
			where a.cycle_id = ${cycleId} and (r.answered, s.name collate nocase) > (${Number(answered)}, ${name}) and ${narrowed(filter, today)}
			order by r.answered, s.name collate nocase limit ${written(pageSize + 1)}
		) page
		cross join assessment a on a.id = page.id cross join service s on s.id = a.service_id ${beside}
		order by page.answered, page.name collate nocase`;
}

/** A page of the board, 25 services and one more where there is a next page. */
export const boardQuery = (cycleId: string, filter: BoardFilter, today: string): SQL => orders[filter.sort](cycleId, filter, today);

const orders = { status: byStatus, service: byService, answered: byAnswered };

/** The columns: the first few of each status and one more where there are others. */
export const columnsQuery = (cycleId: string, filter: BoardFilter, today: string): SQL =>
	sql.join(
		statuses.map((status) => stretch(cycleId, status, filter, today, { after: ['', ''], most: cardsEach + 1 })),
		sql` union all `
	);

/** How many assessments of a cycle stand at each status, and how many of those with their service are past their date. */
export const countsQuery = (cycleId: string, today: string): SQL => sql`
	select status, count(*) as count, sum(due_on < ${today} and status in ('draft', 'changes requested')) as late
	from assessment where cycle_id = ${cycleId} group by status`;
