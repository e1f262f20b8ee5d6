import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { rowsOf, written } from '#lib/server/prepared-query.ts';
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

const pageSize = 50;

const columns = sql`
	m.number, m.held_on as heldOn, m.starts_at as startsAt, m.place, m.state,
	(select count(*) from agenda_item i where i.meeting_id = m.id) as items,
	(select count(*) from agenda_item i where i.meeting_id = m.id and exists (select 1 from decision d where d.item_id = i.id)) as decided`;

/** The statement of the list; its plan is tested. `after` is the day and the number of the last row before. */
export function meetingsQuery(after = ''): SQL {
	const [day = '', number = ''] = after ? after.split('|') : ['9999-12-31', '999999999'];
	return sql`
		select ${columns} from meeting m where (m.held_on, m.number) < (${day}, ${Number(number) || 0})
		order by m.held_on desc, m.number desc limit ${written(pageSize + 1)}`;
}

/** The meetings of the board, the latest day first; `next` is where the next page begins. */
export function meetingsListed(db: Database, after?: string): { rows: ListedMeeting[]; next: string | null } {
	const found = rowsOf<ListedMeeting>(db, meetingsQuery(after));
	const rows = found.slice(0, pageSize);
	const last = rows.at(-1);
	return { rows, next: found.length > pageSize && last ? `${last.heldOn}|${last.number}` : null };
}

/** The meetings that are planned, the earliest first. */
export const plannedMeetings = (db: Database): ListedMeeting[] =>
	rowsOf<ListedMeeting>(db, sql`select ${columns} from meeting m where m.state = 'planned' order by m.held_on, m.number limit 20`);
