import { sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import { dayAndMonth, dueMark, type Need } from './need.ts';

type Row = { number: number; heldOn: string; count: number };
const items = (count: number) => (count === 1 ? '1 item' : `${count} items`);

/** What the next meetings of the board want of one of its members: a view on each item that they gave none on and have a part in. */
export function viewsToGive(db: Database, person: Person, today: string): Need[] {
	if (!can(person, 'give view')) return [];
	const rows = rowsOf<Row>(
		db,
		sql`
		select m.number, m.held_on as heldOn, count(*) as count
		from meeting_member mine
		join meeting m on m.id = mine.meeting_id
		join agenda_item i on i.meeting_id = m.id
		where mine.person_id = ${person.id} and m.state = 'planned' and m.held_on >= ${today}
			and not exists (select 1 from member_view v where v.item_id = i.id and v.person_id = mine.person_id)
			and not exists (select 1 from interest n where n.item_id = i.id and n.person_id = mine.person_id)
			and not exists (select 1 from decision d where d.item_id = i.id)
		group by m.id order by m.held_on, m.number limit 3`
	);
	return rows.map(({ number, heldOn, count }) => ({
		href: `/board/meetings/${number}`,
		title: `Give your view on ${items(count)} before the board meets`,
		text: heldOn === today ? 'The board meets today.' : `The board meets on ${dayAndMonth(heldOn)}.`,
		by: heldOn,
		when: dueMark(heldOn, today)
	}));
}

/** Meetings whose day has come and that have items to decide: for the chair. */
export function decisionsToRecord(db: Database, person: Person, today: string): Need[] {
	if (!can(person, 'decide')) return [];
	const rows = rowsOf<Row>(
		db,
		sql`
		select m.number, m.held_on as heldOn, count(*) as count
		from meeting m join agenda_item i on i.meeting_id = m.id
		where m.state = 'planned' and m.held_on <= ${today} and not exists (select 1 from decision d where d.item_id = i.id)
		group by m.id order by m.held_on, m.number limit 3`
	);
	return rows.map(({ number, heldOn, count }) => ({
		href: `/board/meetings/${number}`,
		title: `Record decisions on ${items(count)} of meeting ${number}`,
		text: heldOn === today ? 'The board meets today.' : `The board met on ${dayAndMonth(heldOn)}.`,
		by: heldOn,
		when: dueMark(heldOn, today)
	}));
}
