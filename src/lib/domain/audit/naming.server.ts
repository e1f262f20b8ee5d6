import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { idIn, type Names } from './line-in-words.ts';

const wanted = sql`(select json_each.value from ids, json_each(ids.list))`;

/** How each kind of thing is called in the trail: as `id` and `name`, looked up by the ids asked for. An area adds its own. */
const callings = [
	sql`select id, name from person where id in ${wanted}`,
	sql`select id, name from directorate where id in ${wanted}`,
	sql`select id, name from service where id in ${wanted}`,
	sql`select id, name from team where id in ${wanted}`,
	sql`select id, name from staff_member where id in ${wanted}`,
	sql`select id, name from cycle where id in ${wanted}`,
	sql`select id, name || ' ' || number from framework_version where id in ${wanted}`,
	sql`select a.id, s.name || ', ' || c.name from assessment a join service s on s.id = a.service_id join cycle c on c.id = a.cycle_id where a.id in ${wanted}`,
	sql`select id, title from evidence where id in ${wanted}`,
	sql`select id, what from finding where id in ${wanted}`,
	sql`select id, number || ' ' || text from recommendation where id in ${wanted}`,
	sql`select id, number || ' ' || title from action where id in ${wanted}`,
	sql`select id, number || ' ' || name from journey where id in ${wanted}`,
	sql`select m.id, m.method || ', ' || j.name from journey_method m join journey j on j.id = m.journey_id where m.id in ${wanted}`,
	sql`select p.id, p.name || ', ' || j.name from persona p join journey j on j.id = p.journey_id where p.id in ${wanted}`,
	sql`select id, text from lesson where id in ${wanted}`,
	sql`select m.id, m.kind || ' map of ' || j.name from map m join journey j on j.id = m.journey_id where m.id in ${wanted}`,
	sql`select id, name from map_stage where id in ${wanted}`,
	sql`select id, does from map_step where id in ${wanted}`,
	sql`select id, words from contact where id in ${wanted}`,
	sql`select id, 'meeting ' || number || ' of the board' from meeting where id in ${wanted}`,
	sql`select id, title from agenda_item where id in ${wanted}`,
	sql`select id, 'decision ' || number || ' of the board' from decision where id in ${wanted}`,
	sql`select id, name || ' ' || number from scorecard_version where id in ${wanted}`,
	sql`select id, name from shopping_programme where id in ${wanted}`,
	sql`select w.id, w.name || ', ' || p.name from shopping_wave w join shopping_programme p on p.id = w.programme_id where w.id in ${wanted}`,
	sql`select id, 'scenario ' || number || ', ' || title from shopping_scenario where id in ${wanted}`,
	sql`select id, 'visit ' || number from shopping_visit where id in ${wanted}`,
	sql`select s.id, m.name || ', ' || s.month from paf_sheet s join staff_member m on m.id = s.staff_id where s.id in ${wanted}`,
	sql`select o.id, m.name || ', ' || ltrim(substr(o.held_on, 9), '0') || '/' || substr(o.held_on, 6, 2) || '/' || substr(o.held_on, 1, 4) from one_to_one o join staff_member m on m.id = o.staff_id where o.id in ${wanted}`,
	sql`select o.id, 'objective of ' || m.name from objective o join staff_member m on m.id = o.staff_id where o.id in ${wanted}`,
	sql`select id, name from training_course where id in ${wanted}`,
	sql`select r.id, c.name || ', ' || m.name from training_record r join training_course c on c.id = r.course_id join staff_member m on m.id = r.staff_id where r.id in ${wanted}`,
	sql`select id, 'calibration ' || number || ', ' || title from calibration where id in ${wanted}`,
	sql`select id, 'table of ratings ' || number || ', ' || title from rater_table where id in ${wanted}`,
	sql`select id, 'kept report ' || number || ', ' || about from kept_report where id in ${wanted}`,
	sql`select id, about || ', ' || rhythm from report_schedule where id in ${wanted}`,
	sql`select id, 'strand ' || number || ', ' || title from strand where id in ${wanted}`,
	sql`select id, name from measure where id in ${wanted}`,
	sql`select id, 'survey ' || number || ', ' || title from survey where id in ${wanted}`,
	sql`select id, kind || ' ' || number from tell_us_case where id in ${wanted}`,
	sql`select id, file_name from import where id in ${wanted}`
];

/** The names of all these ids, each looked up where it is kept. */
export const namesQuery = (ids: string[]): SQL =>
	sql`with ids(list) as (select ${JSON.stringify(ids)}), found(id, name) as (${sql.join(callings, sql` union all `)}) select id, name from found`;

const longest = 120;

/** What the things that these lines speak of are called today, by id: those of their changes and those they were done to. */
export function namesIn(db: Database, lines: { thingId: string; change: object }[]): Names {
	const ids = new Set(lines.flatMap(({ thingId, change }) => `${thingId} ${JSON.stringify(change)}`.match(idIn) ?? []));
	if (!ids.size) return new Map();
	const rows = db.all<{ id: string; name: string }>(namesQuery([...ids]));
	return new Map(rows.map(({ id, name }) => [id, name.length > longest ? `${name.slice(0, longest)}…` : name]));
}
