import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { everyPage, paged, pageSize, type Place } from '#lib/server/paging.ts';
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

const around = sql`
	join meeting m on m.id = i.meeting_id
	join person p on p.id = d.decided_by
	left join decision former on former.id = d.supersedes_id
	left join decision later on later.supersedes_id = d.id`;
const fromDecisions = sql`from decision d join agenda_item i on i.id = d.item_id ${around}`;
/** The same from the items' side, in whose order a log by title is read: a cross join is never turned round. */
const fromItems = sql`from agenda_item i cross join decision d on d.item_id = i.id ${around}`;

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

/** The statement a page of the log is read with; its plan is tested for the usual order. */
export function logQuery(filters: LogFilters, { after, before }: Place<number>, today: string, limit: number): SQL {
	const start = after ?? before;
	const up = (filters.order === 'ascending') === (before === undefined);
	const keys = filters.sort === 'title' ? [sql`i.title collate nocase`, sql`i.id`, sql`d.number`] : [sql`d.number`];
	const key = sql`(${sql.join(keys, sql`, `)})`;
	const sameAs =
		filters.sort === 'title'
			? sql`(select i2.title, i2.id, d2.number from decision d2 join agenda_item i2 on i2.id = d2.item_id where d2.number = ${start})`
			: sql`(${start})`;
	const beyond = start === undefined ? sql`1` : up ? sql`${key} > ${sameAs}` : sql`${key} < ${sameAs}`;
	const order = sql.join(
		keys.map((one) => (up ? sql`${one}` : sql`${one} desc`)),
		sql`, `
	);
	return sql`select ${columns} ${filters.sort === 'title' ? fromItems : fromDecisions} where ${narrowed(filters, today)} and ${beyond} order by ${order} limit ${written(limit)}`;
}

const page = (db: Database, filters: LogFilters, place: Place<number>, today: string, limit: number): LoggedDecision[] =>
	rowsOf<LoggedDecision>(db, logQuery(filters, place, today, limit));

/** The log of decisions, fifty a page: `next` to go on after, `previous` to go back before; null at the ends. */
export const decisionsLogged = (db: Database, filters: LogFilters, place: Place<number>, today: string) =>
	paged(page(db, filters, place, today, pageSize + 1), place, ({ number }) => number);

/** How many decisions the filters leave. */
export const countLogged = (db: Database, filters: LogFilters, today: string): number =>
	rowsOf<{ count: number }>(db, sql`select count(*) as count ${fromDecisions} where ${narrowed(filters, today)}`)[0]?.count ?? 0;

/** Every decision of a narrowed log, a page at a time: for a download. */
export const everyDecision = (db: Database, filters: LogFilters, today: string): Generator<LoggedDecision[]> =>
	everyPage(
		(place: Place<number>, limit: number) => page(db, filters, place, today, limit),
		({ number }) => number
	);

/** The decisions of a meeting, the earliest first. */
export const decisionsOfMeeting = (db: Database, meetingId: string): LoggedDecision[] =>
	rowsOf<LoggedDecision>(db, sql`select ${columns} ${fromDecisions} where i.meeting_id = ${meetingId} order by d.number`);

/** One decision by its number; undefined where there is none. */
export const decisionByNumber = (db: Database, number: number): LoggedDecision | undefined =>
	rowsOf<LoggedDecision>(db, sql`select ${columns} ${fromDecisions} where d.number = ${number}`)[0];

type About = { kind: ItemKind; thingId: string };

/** The statement that reads the decisions about some things; its plan is tested. */
export const aboutQuery = (things: readonly About[]): SQL => {
	// one text however many things, so that the statement is prepared once
	const named = JSON.stringify(things.map(({ kind, thingId }) => [kind, thingId]));
	return sql`select ${columns} ${fromDecisions} where (i.kind, i.thing_id) in (select value ->> 0, value ->> 1 from json_each(${named})) order by d.number`;
};

/** Every decision about some things, the earliest first: of each thing the one that stands is the last. */
export const decisionsAboutAny = (db: Database, things: readonly About[]): LoggedDecision[] =>
	things.length ? rowsOf<LoggedDecision>(db, aboutQuery(things)) : [];

/** Every decision about a thing, the earliest first: the one that stands is the last. */
export const decisionsAbout = (db: Database, thing: About): LoggedDecision[] => decisionsAboutAny(db, [thing]);
