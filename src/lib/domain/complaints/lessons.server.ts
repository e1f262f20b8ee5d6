import { sql } from 'drizzle-orm';
import { staffNames } from '#lib/domain/mystery-shopping/staff-names.server.ts';
import { namesAmong, withoutNames } from '#lib/domain/mystery-shopping/without-names.ts';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import type { Of } from './figures.server.ts';
import type { Cause } from './words.ts';

/** What was learnt from a case that was closed in these months; names are taken out of it. */
export type Lesson = { number: number; serviceId: string; service: string; cause: Cause | null; lesson: string; changeMade: string };

const those = (of: Of) => (of === 'all' ? sql`1` : sql`c.service_id in (select value from json_each(${JSON.stringify(of)}))`);
const days = ({ from, to }: { from: string; to: string }) => ({ first: `${from}-01`, last: `${to}-31` });

/** The lessons of cases closed from one month to another, both included, by service and number; the first two hundred. Northampton 17. */
export function lessonsOf(db: Database, of: Of, months: { from: string; to: string }): Lesson[] {
	const { first, last } = days(months);
	const staff = staffNames(db);
	return rowsOf<Lesson & { customer: string }>(
		db,
		sql`select c.number, c.service_id as serviceId, s.name as service, c.cause, c.lesson, c.change_made as changeMade, c.customer_name as customer
		from tell_us_case c join service s on s.id = c.service_id
		where c.closed_on between ${first} and ${last} and (c.lesson <> '' or c.change_made <> '') and c.duplicate_of_id is null and ${those(of)}
		order by s.name collate nocase, c.number limit 200`
	).map(({ customer, ...row }) => {
		const names = new Set([...staff, ...namesAmong([customer])]);
		return { ...row, lesson: withoutNames(row.lesson, names), changeMade: withoutNames(row.changeMade, names) };
	});
}

/** Complaints that came in from one month to another by cause; null is what nobody has said the cause of yet. */
export const causesOf = (db: Database, of: Of, months: { from: string; to: string }): { cause: Cause | null; count: number }[] => {
	const { first, last } = days(months);
	return rowsOf(
		db,
		sql`select c.cause, count(*) as count from tell_us_case c
		where c.kind = 'complaint' and c.received_on between ${first} and ${last} and c.duplicate_of_id is null and ${those(of)} group by 1`
	);
};
