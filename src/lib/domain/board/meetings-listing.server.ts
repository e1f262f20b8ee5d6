import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { everyRow, paged, pageSize, type Place } from '#lib/server/paging.ts';
import { rowsOf, written } from '#lib/server/prepared-query.ts';
import { meetingFiltersIn, type MeetingFilters } from './meetings-filters.ts';
import type { MeetingState } from './words.ts';

/** A meeting in a list, with how much is on its agenda and how much of it is decided. */
export type ListedMeeting = {
	number: number;
	heldOn: string;
	startsAt: string;
	place: string;
	state: MeetingState;
	items: number;
	decided: number;
};

const columns = sql`
	m.number, m.held_on as heldOn, m.starts_at as startsAt, m.place, m.state,
	(select count(*) from agenda_item i where i.meeting_id = m.id) as items,
	(select count(*) from agenda_item i where i.meeting_id = m.id and exists (select 1 from decision d where d.item_id = i.id)) as decided`;

function narrowed({ state, period }: MeetingFilters, today: string): SQL {
	const conditions = [
		...(state ? [sql`m.state = ${state}`] : []),
		...(period === 'coming' ? [sql`m.held_on >= ${today}`] : []),
		...(period === 'past' ? [sql`m.held_on < ${today}`] : []),
		...(/^\d{4}$/.test(period) ? [sql`m.held_on between ${`${period}-01-01`} and ${`${period}-12-31`}`] : [])
	];
	return conditions.length ? sql.join(conditions, sql` and `) : sql`1`;
}

/** The statement a page of the list is read with; its plan is tested. */
export function meetingsQuery(filters: MeetingFilters, { after, before }: Place<number>, today: string, limit: number): SQL {
	const start = after ?? before;
	const up = (filters.order === 'ascending') === (before === undefined);
	const isByDay = filters.sort === 'day';
	const key = isByDay ? sql`(m.held_on, m.number)` : sql`m.number`;
	const there = isByDay ? sql`(select held_on, number from meeting where number = ${start})` : sql`${start}`;
	const beyond = start === undefined ? sql`1` : up ? sql`${key} > ${there}` : sql`${key} < ${there}`;
	const way = up ? sql`asc` : sql`desc`;
	const order = isByDay ? sql`m.held_on ${way}, m.number ${way}` : sql`m.number ${way}`;
	return sql`select ${columns} from meeting m where ${narrowed(filters, today)} and ${beyond} order by ${order} limit ${written(limit)}`;
}

/** The meetings of the board, fifty a page: `next` to go on after, `previous` to go back before; null at the ends. */
export function meetingsListed(db: Database, filters: MeetingFilters, place: Place<number>, today: string) {
	const found = rowsOf<ListedMeeting>(db, meetingsQuery(filters, place, today, pageSize + 1));
	return paged(found, place, ({ number }) => number);
}

/** Every meeting of a list, read page by page: for a download. */
export const everyMeeting = (db: Database, filters: MeetingFilters, today: string): Generator<ListedMeeting> =>
	everyRow(
		(place: Place<number>, limit: number) => rowsOf<ListedMeeting>(db, meetingsQuery(filters, place, today, limit)),
		({ number }) => number
	);

/** How many meetings the filters leave. */
export const countMeetings = (db: Database, filters: MeetingFilters, today: string): number =>
	rowsOf<{ count: number }>(db, sql`select count(*) as count from meeting m where ${narrowed(filters, today)}`)[0]?.count ?? 0;

/** The calendar years in which there are meetings, the latest first. */
export const yearsOfMeetings = (db: Database): string[] =>
	rowsOf<{ year: string }>(db, sql`select distinct substr(held_on, 1, 4) as year from meeting order by year desc`).map(({ year }) => year);

/** The latest meetings by day, to choose from. */
export const latestMeetings = (db: Database, today: string): ListedMeeting[] =>
	rowsOf<ListedMeeting>(db, meetingsQuery(meetingFiltersIn(new URLSearchParams()), {}, today, pageSize));

/** The meetings that are planned, the earliest first. */
export const plannedMeetings = (db: Database): ListedMeeting[] =>
	rowsOf<ListedMeeting>(db, sql`select ${columns} from meeting m where m.state = 'planned' order by m.held_on, m.number limit 20`);
