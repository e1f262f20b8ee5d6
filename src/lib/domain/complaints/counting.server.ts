import { sql, type SQL } from 'drizzle-orm';
import type { Channel } from '#lib/domain/journeys/channels.ts';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import { stages, tellUsKinds, type Stage, type TellUsKind } from './words.ts';

/** A sum of one month, service and channel. A count has no denominator. */
export type MonthSum = { period: string; serviceId: string | null; channel: Channel | null; numerator: number; denominator: number | null };

/**
 * What can be counted: what came in, by kind; complaints that reached a stage; acknowledgements and answers given in time of
 * those that were due.
 */
export const complaintFigures = [
	...tellUsKinds,
	...stages,
	'acknowledged in time',
	'informal in time',
	'stage 1 in time',
	'stage 2 in time',
	'upheld'
] as const;
export type ComplaintFigure = (typeof complaintFigures)[number];

/** Months from and to, both included, as YYYY-MM; only what was due up to today can be late. */
export type Months = { from: string; to: string; today: string };

const firstDay = (month: string) => `${month}-01`;
const beyond = (month: string) => `${month}-99`;

/** The same complaint twice counts once. */
const counts = sql`c.duplicate_of_id is null`;
const grouped = sql`group by 1, 2, 3 order by 1, 2, 3`;

/**
 * The sums of one figure by month, service and channel, in the order of months. Where DOMAIN section 7 is silent:
 * - what came in counts in the month it came in, a stage in the month it was opened (once, however often it was opened again);
 * - an acknowledgement and an answer count in the month they were due, whether given or not; what was withdrawn, or taken to the
 *   next stage, before its answer was due has none due;
 * - 'upheld' is of the answers given in a month those upheld at least partly, at any stage.
 */
export function complaintSums(db: Database, figure: ComplaintFigure, months: Months): MonthSum[] {
	if ((tellUsKinds as readonly string[]).includes(figure)) return cameIn(db, figure as TellUsKind, months);
	if ((stages as readonly string[]).includes(figure)) return reached(db, figure as Stage, months);
	if (figure === 'upheld') return upheld(db, months);
	if (figure === 'acknowledged in time') return inTime(db, sql`s.acknowledge_by`, sql`s.acknowledged_on`, sql`1`, months);
	return inTime(db, sql`s.due_on`, sql`s.answered_on`, sql`s.stage = ${figure.replace(' in time', '')}`, months);
}

const cameIn = (db: Database, kind: TellUsKind, { from, to }: Months) =>
	rowsOf<MonthSum>(
		db,
		sql`select substr(c.received_on, 1, 7) as period, c.service_id as serviceId, c.channel as channel, count(*) as numerator, null as denominator
		from tell_us_case c where c.kind = ${kind} and c.received_on >= ${firstDay(from)} and c.received_on < ${beyond(to)} and ${counts} ${grouped}`
	);

const reached = (db: Database, stage: Stage, { from, to }: Months) =>
	rowsOf<MonthSum>(
		db,
		sql`select substr(s.opened_on, 1, 7) as period, c.service_id as serviceId, c.channel as channel, count(*) as numerator, null as denominator
		from complaint_stage s join tell_us_case c on c.id = s.case_id
		where s.opened_on >= ${firstDay(from)} and s.opened_on < ${beyond(to)} and s.stage = ${stage} and s.attempt = 1 and ${counts} ${grouped}`
	);

const inTime = (db: Database, by: SQL, on: SQL, which: SQL, { from, to, today }: Months) =>
	rowsOf<MonthSum>(
		db,
		sql`select substr(${by}, 1, 7) as period, c.service_id as serviceId, c.channel as channel,
			sum(${on} is not null and ${on} <= ${by}) as numerator, count(*) as denominator
		from complaint_stage s join tell_us_case c on c.id = s.case_id
		where ${by} >= ${firstDay(from)} and ${by} < ${beyond(to)} and ${which} and (${on} is not null or ${by} < ${today}) and ${counts}
			and (${on} is not null or c.state <> 'withdrawn' or c.closed_on > ${by})
			and (${on} is not null or not exists (select 1 from complaint_stage n where n.case_id = s.case_id and n.stage > s.stage and n.opened_on <= ${by}))
		${grouped}`
	);

const upheld = (db: Database, { from, to }: Months) =>
	rowsOf<MonthSum>(
		db,
		sql`select substr(s.answered_on, 1, 7) as period, c.service_id as serviceId, c.channel as channel,
			sum(s.outcome <> 'not upheld') as numerator, count(*) as denominator
		from complaint_stage s join tell_us_case c on c.id = s.case_id
		where s.answered_on >= ${firstDay(from)} and s.answered_on < ${beyond(to)} and ${counts} ${grouped}`
	);
