import { and, asc, count, desc, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { servicesWhere, teamsWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { everyRow, paged, pageSize, type Place } from '#lib/server/paging.ts';
import type { AppealFilters } from './list-filters.ts';
import { appeals, interactions, pafAssessments } from './tables.ts';

const line = {
	number: pafAssessments.number,
	advisor: staff.name,
	team: teams.name,
	channel: pafAssessments.channel,
	at: interactions.at,
	reference: interactions.reference,
	appealedAt: appeals.appealedAt,
	outcome: appeals.outcome,
	decidedAt: appeals.decidedAt
};
export type ListedAppeal = ReturnType<typeof read>[number];

/** What the person may decide: of their teams and services, never against what they scored, nor their own. DOMAIN section 5.2. */
function theirs(person: Person): SQL | undefined {
	const over = servicesWhere(person, 'decide appeal');
	return and(
		over === 'all'
			? undefined
			: or(inArray(pafAssessments.serviceId, over), inArray(pafAssessments.teamId, teamsWhere(person, 'decide appeal'))),
		or(isNull(pafAssessments.assessorId), ne(pafAssessments.assessorId, person.id)),
		or(isNull(staff.personId), ne(staff.personId, person.id))
	);
}

const narrowed = (person: Person, { show, team }: AppealFilters) =>
	and(
		show ? eq(appeals.outcome, show) : isNull(appeals.outcome),
		show ? undefined : eq(pafAssessments.state, 'appealed'),
		theirs(person),
		team ? eq(pafAssessments.teamId, team) : undefined
	);

function read(db: Database, person: Person, filters: AppealFilters, { after, before }: Place<number>, limit: number) {
	const start = after ?? before;
	const isUp = (filters.order !== 'newest') === (before === undefined);
	const here = sql`(select a.appealed_at, a.assessment_id from paf_appeal a join paf_assessment p on p.id = a.assessment_id where p.number = ${start})`;
	const key = sql`(${appeals.appealedAt}, ${appeals.assessmentId})`;
	const beyond = start === undefined ? undefined : isUp ? sql`${key} > ${here}` : sql`${key} < ${here}`;
	const way = isUp ? asc : desc;
	return db
		.select(line)
		.from(appeals)
		.innerJoin(pafAssessments, eq(pafAssessments.id, appeals.assessmentId))
		.innerJoin(staff, eq(staff.id, pafAssessments.staffId))
		.innerJoin(teams, eq(teams.id, pafAssessments.teamId))
		.innerJoin(interactions, eq(interactions.id, pafAssessments.interactionId))
		.where(and(narrowed(person, filters), beyond))
		.orderBy(way(appeals.appealedAt), way(appeals.assessmentId))
		.limit(limit)
		.all();
}

/** The appeals that wait for the person's decision, or those that had one outcome, the oldest first unless told otherwise: fifty a page. */
export const appealsListed = (db: Database, person: Person, filters: AppealFilters, place: Place<number>) =>
	paged(read(db, person, filters, place, pageSize + 1), place, ({ number }) => number);

/** Those that wait for the person's decision, the oldest first: at most two hundred. */
export const appealsToDecide = (db: Database, person: Person) => read(db, person, { show: '', team: '', order: '' }, {}, 200);

/** How many the filters leave. */
export const countAppeals = (db: Database, person: Person, filters: AppealFilters): number =>
	db
		.select({ n: count() })
		.from(appeals)
		.innerJoin(pafAssessments, eq(pafAssessments.id, appeals.assessmentId))
		.innerJoin(staff, eq(staff.id, pafAssessments.staffId))
		.where(narrowed(person, filters))
		.get()?.n ?? 0;

/** The list as a table to take away, all its pages. The reasons stay with the appeal. */
export function appealsTable(db: Database, person: Person, filters: AppealFilters) {
	function* rows() {
		for (const { decidedAt, appealedAt, outcome, ...row } of everyRow(
			(place: Place<number>, limit) => read(db, person, filters, place, limit),
			({ number }) => number
		))
			yield {
				...row,
				outcome: outcome ?? 'waits',
				appealedOn: dayOf(appealedAt),
				decidedOn: decidedAt === null ? null : dayOf(decidedAt)
			};
	}
	return {
		name: 'Appeals',
		columns: [
			{ key: 'number', label: 'Number', kind: 'number' as const },
			{ key: 'advisor', label: 'Advisor', kind: 'text' as const, width: 30 },
			{ key: 'team', label: 'Team', kind: 'text' as const, width: 30 },
			{ key: 'channel', label: 'Channel', kind: 'text' as const },
			{ key: 'reference', label: 'Reference', kind: 'text' as const },
			{ key: 'at', label: 'Date and time', kind: 'moment' as const },
			{ key: 'appealedOn', label: 'Appealed on', kind: 'day' as const },
			{ key: 'outcome', label: 'Outcome', kind: 'text' as const },
			{ key: 'decidedOn', label: 'Decided on', kind: 'day' as const }
		],
		rows: rows()
	};
}
