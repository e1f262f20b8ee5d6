import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { rowsOf, written } from '#lib/server/prepared-query.ts';
import type { LogFilters } from './log-filters.ts';
import type { DecisionKind, ItemKind } from './words.ts';

/** A decision as the log shows it. */
export type LoggedDecision = {
	number: number;
	decision: DecisionKind;
	kind: ItemKind;
	thingId: string;
	itemId: string;
	title: string;
	meeting: number;
	heldOn: string;
	decidedOn: string;
	changes: string;
	reason: string;
	deferredTo: string | null;
	decidedBy: string;
	present: number;
	quorum: number;
	/** The number of the decision it supersedes, and of the one that supersedes it. */
	supersedes: number | null;
	supersededBy: number | null;
};

const pageSize = 50;

const from = sql`
	from decision d
	join agenda_item i on i.id = d.item_id
	join meeting m on m.id = i.meeting_id
	join person p on p.id = d.decided_by
	left join decision former on former.id = d.supersedes_id
	left join decision later on later.supersedes_id = d.id`;

const columns = sql`
	d.number, d.decision, i.kind, i.thing_id as thingId, i.id as itemId, i.title, m.number as meeting, m.held_on as heldOn,
	d.decided_on as decidedOn, d.changes, d.reason, d.deferred_to as deferredTo, p.name as decidedBy, d.present, d.quorum,
	former.number as supersedes, later.number as supersededBy`;

/** Whether an action that came of the decision is so. */
const hasAction = (so: SQL) => sql`exists (
	select 1 from action a left join recommendation r on r.id = a.recommendation_id
	where d.decision in ('accept', 'accept with changes') and (${so})
		and ((i.kind = 'recommendation' and a.recommendation_id = i.thing_id)
			or (i.kind = 'finding' and r.finding_id = i.thing_id)
			or (i.kind = 'award' and a.assessment_id = i.thing_id)))`;

const open = sql`a.status not in ('done', 'dropped')`;

function narrowed({ q, decision, kind, standing, since, meeting }: LogFilters, today: string): SQL {
	const like = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
	const states = {
		open: hasAction(open),
		late: hasAction(sql`${open} and a.due_on < ${today}`),
		done: hasAction(sql`a.status = 'done'`),
		none: sql`not ${hasAction(sql`1`)}`
	};
	const conditions = [
		...(q ? [sql`(i.title like ${like} escape '\\' or d.changes like ${like} escape '\\' or d.reason like ${like} escape '\\')`] : []),
		...(decision ? [sql`d.decision = ${decision}`] : []),
		...(kind ? [sql`i.kind = ${kind}`] : []),
		...(standing ? [standing === 'stands' ? sql`later.id is null` : sql`later.id is not null`] : []),
		...(since ? [states[since]] : []),
		...(meeting ? [sql`m.number = ${meeting}`] : [])
	];
	return conditions.length ? sql.join(conditions, sql` and `) : sql`1`;
}

/** Where a page begins: after, or before, the decision of this number. */
export type LogPlace = { after?: number | undefined; before?: number | undefined };

/** The statement a page of the log is read with; its plan is tested for the usual order. */
export function logQuery(filters: LogFilters, { after, before }: LogPlace, today: string, limit: number): SQL {
	const start = after ?? before;
	const up = (filters.order === 'ascending') === (before === undefined);
	const keys = filters.sort === 'title' ? [sql`i.title collate nocase`, sql`d.number`] : [sql`d.number`];
	const key = sql`(${sql.join(keys, sql`, `)})`;
	const sameAs =
		filters.sort === 'title'
			? sql`(select i2.title, d2.number from decision d2 join agenda_item i2 on i2.id = d2.item_id where d2.number = ${start})`
			: sql`(${start})`;
	const beyond = start === undefined ? sql`1` : up ? sql`${key} > ${sameAs}` : sql`${key} < ${sameAs}`;
	const order = sql.join(
		keys.map((one) => (up ? sql`${one}` : sql`${one} desc`)),
		sql`, `
	);
	return sql`select ${columns} ${from} where ${narrowed(filters, today)} and ${beyond} order by ${order} limit ${written(limit)}`;
}

const page = (db: Database, filters: LogFilters, place: LogPlace, today: string, limit: number): LoggedDecision[] =>
	rowsOf<LoggedDecision>(db, logQuery(filters, place, today, limit));

/** The log of decisions, fifty a page: `next` to go on after, `previous` to go back before; null at the ends. */
export function decisionsLogged(db: Database, filters: LogFilters, place: LogPlace, today: string) {
	const found = page(db, filters, place, today, pageSize + 1);
	const isMore = found.length > pageSize;
	const rows = found.slice(0, pageSize);
	const isBack = place.before !== undefined;
	if (isBack) rows.reverse();
	const last = rows.at(-1)?.number ?? null;
	const first = rows[0]?.number ?? null;
	return {
		rows,
		next: isBack || isMore ? last : null,
		previous: isBack ? (isMore ? first : null) : place.after === undefined ? null : first
	};
}

/** How many decisions the filters leave. */
export const countLogged = (db: Database, filters: LogFilters, today: string): number =>
	rowsOf<{ count: number }>(db, sql`select count(*) as count ${from} where ${narrowed(filters, today)}`)[0]?.count ?? 0;

/** Every decision of a narrowed log, read page by page: for a download. */
export function* everyDecision(db: Database, filters: LogFilters, today: string): Generator<LoggedDecision[]> {
	let after: number | undefined;
	do {
		const rows = page(db, filters, { after }, today, 500);
		yield rows;
		after = rows.length === 500 ? rows.at(-1)?.number : undefined;
	} while (after !== undefined);
}

/** The decisions of a meeting, the earliest first. */
export const decisionsOfMeeting = (db: Database, meetingId: string): LoggedDecision[] =>
	rowsOf<LoggedDecision>(db, sql`select ${columns} ${from} where i.meeting_id = ${meetingId} order by d.number`);

/** One decision by its number; undefined where there is none. */
export const decisionByNumber = (db: Database, number: number): LoggedDecision | undefined =>
	rowsOf<LoggedDecision>(db, sql`select ${columns} ${from} where d.number = ${number}`)[0];

/** Every decision about a thing, the earliest first: the one that stands is the last. */
export const decisionsAbout = (db: Database, { kind, thingId }: { kind: ItemKind; thingId: string }): LoggedDecision[] =>
	rowsOf<LoggedDecision>(db, sql`select ${columns} ${from} where i.kind = ${kind} and i.thing_id = ${thingId} order by d.number`);
