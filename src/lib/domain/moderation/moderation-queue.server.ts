import { sql, type SQL } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { rowsOf, written } from '#lib/server/prepared-query.ts';

export const queueStatuses = ['in moderation', 'submitted'] as const;
export type QueueStatus = (typeof queueStatuses)[number];

/** An assessment that waits for a moderator. `decided` of `total` criteria are moderated. */
export type QueueRow = {
	id: string;
	service: string;
	cycle: string;
	status: QueueStatus;
	dueOn: string;
	submittedAt: number;
	submittedBy: string | null;
	moderatorId: string | null;
	moderator: string | null;
	decided: number;
	total: number;
	claimedLevel: number | null;
	claimedAward: string | null;
};

const pageSize = 50;

/** The statement one status of the queue is read with; its plan is tested. */
export function queueQuery(person: Person, status: QueueStatus, after = ''): SQL {
	const covered = servicesWhere(person, 'moderate');
	const [dueOn = '', id = ''] = after.split('|');
	return sql`
		select a.id, s.name as service, c.name as cycle, a.status, a.due_on as dueOn, a.submitted_at as submittedAt, by.name as submittedBy,
			a.moderator_id as moderatorId, m.name as moderator, r.total, r.level as claimedLevel, r.award as claimedAward,
			(select count(*) from moderation said where said.assessment_id = a.id
				and (said.rating is not null or said.not_applicable_accepted is not null)) as decided
		from assessment a
		cross join service s on s.id = a.service_id
		cross join cycle c on c.id = a.cycle_id
		left join person by on by.id = a.submitted_by
		left join person m on m.id = a.moderator_id
		left join result r on r.assessment_id = a.id and r.basis = 'claimed'
		where a.status = ${status} and c.closed_at is null and (a.due_on, a.id) > (${dueOn}, ${id}) and a.submitted_by <> ${person.id}
			and ${covered === 'all' ? sql`1` : sql`a.service_id in (select value from json_each(${JSON.stringify(covered)}))`}
			and not exists (select 1 from answer mine where mine.assessment_id = a.id and mine.answered_by = ${person.id})
		order by a.due_on, a.id limit ${written(pageSize + 1)}`;
}

/** What waits for this moderator at one status, the earliest due first: never what they submitted or answered themselves. */
export function moderationQueue(
	db: Database,
	person: Person,
	status: QueueStatus,
	after?: string
): { rows: QueueRow[]; next: string | null } {
	const found = rowsOf<QueueRow>(db, queueQuery(person, status, after));
	const rows = found.slice(0, pageSize);
	const last = rows.at(-1);
	return { rows, next: found.length > pageSize && last ? `${last.dueOn}|${last.id}` : null };
}
