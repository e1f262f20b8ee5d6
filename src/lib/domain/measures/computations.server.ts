import { sql } from 'drizzle-orm';
import { complaintSums } from '#lib/domain/complaints/counting.server.ts';
import { satisfactionSums } from '#lib/domain/surveys/counting.server.ts';
import type { SurveyPart } from '#lib/domain/surveys/words.ts';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import type { Channel } from '../journeys/channels.ts';
import { lastDayOf, periodsFrom } from './period.ts';
import type { Computation } from './words.ts';

/** A value the workbench worked out; places as everywhere, null for all. */
export type Computed = { period: string; serviceId: string | null; channel: Channel | null; numerator: number; denominator: number | null };

/** Months, both included, as YYYY-MM; today's date, since only what was due by then can be late. */
export type Months = { from: string; to: string; today: string };
type Compute = (db: Database, months: Months) => Computed[];

/** Fewer people, visits or answers than this are not shown apart. DOMAIN section 5. */
const fewest = 5;

/** Sums over channels, by month and service; without a service for the council. */
function byService(rows: readonly Computed[]): Computed[] {
	const found = new Map<string, Computed>();
	for (const row of rows) {
		const key = `${row.period} ${row.serviceId ?? ''}`;
		const sum = found.get(key) ?? {
			period: row.period,
			serviceId: row.serviceId,
			channel: null,
			numerator: 0,
			denominator: row.denominator === null ? null : 0
		};
		found.set(key, {
			...sum,
			numerator: sum.numerator + row.numerator,
			denominator: row.denominator === null ? null : (sum.denominator ?? 0) + row.denominator
		});
	}
	return [...found.values()];
}

const first = (period: string) => `${period}-01`;

/** Failure of all contacts heard. DOMAIN section 4. */
const failureHeard: Compute = (db, { from, to }) =>
	rowsOf(
		db,
		sql`select substr(c.heard_on, 1, 7) as period, j.service_id as serviceId, c.channel, sum(c.kind = 'failure') as numerator, count(*) as denominator
			from contact c join journey j on j.id = c.journey_id
			where c.removed_at is null and c.heard_on >= ${first(from)} and c.heard_on <= ${lastDayOf(to)} group by 1, 2, 3`
	);

/** For the council alone: whatever a programme promised its staff, nothing lies above that level. DOMAIN section 5.1. */
const visitsPassed: Compute = (db, { from, to }) =>
	rowsOf(
		db,
		sql`select strftime('%Y-%m', v.visited_at / 1000, 'unixepoch') as period, null as serviceId, null as channel,
				sum(f.quality >= json_extract(c.document, '$.passMark') * 100) as numerator, count(*) as denominator
			from shopping_wave w join shopping_visit v on v.wave_id = w.id and v.state = 'checked'
			join scored_form f on f.id = v.form_id join scorecard_version c on c.id = f.scorecard_version_id
			where w.state = 'closed' and f.quality is not null group by 1
			having period >= ${from} and period <= ${to} and count(*) >= ${fewest}`
	);

/** Aggregates of at least five people. DOMAIN section 5.2. */
const withoutCriticalFailure: Compute = (db, { from, to }) =>
	rowsOf(
		db,
		sql`select m.month as period, t.service_id as serviceId, null as channel, sum(m.n) - sum(m.critical_failures) as numerator, sum(m.n) as denominator
			from paf_staff_month m join team t on t.id = m.team_id
			where m.channel = 'all' and m.n > 0 and m.month >= ${from} and m.month <= ${to}
			group by 1, 2 having count(distinct m.staff_id) >= ${fewest} and sum(m.n) >= sum(m.critical_failures)`
	);

/** What stood agreed of each service at the end of each month. */
const criteriaAchieved: Compute = (db, { from, to }) => {
	const agreed = rowsOf<{ serviceId: string; agreedOn: string; met: number; applicable: number }>(
		db,
		sql`select a.service_id as serviceId, a.agreed_on as agreedOn, r.met, r.applicable
			from assessment a join result r on r.assessment_id = a.id and r.basis = 'agreed' join cycle c on c.id = a.cycle_id
			join framework_version f on f.id = c.framework_version_id
			where a.status = 'agreed' and r.applicable > 0 and json_extract(f.document, '$.kind') = 'staged' and a.agreed_on <= ${lastDayOf(to)}
			order by a.agreed_on`
	);
	const services = [...new Set(agreed.map(({ serviceId }) => serviceId))];
	return periodsFrom(from, to).flatMap((period) =>
		services.flatMap((serviceId) => {
			const last = agreed.findLast((one) => one.serviceId === serviceId && one.agreedOn <= lastDayOf(period));
			return last ? [{ period, serviceId, channel: null, numerator: last.met, denominator: last.applicable }] : [];
		})
	);
};

/**
 * By service in months in which each has five answers or more, and all say which it is; else for the council alone. So the
 * council's figure is of all answers, the same as the surveys' own pages give.
 */
const satisfied =
	(part: SurveyPart): Compute =>
	(db, months) => {
		const byMonth = new Map<string, Computed[]>();
		for (const row of byService(satisfactionSums(db, part, months))) byMonth.set(row.period, [...(byMonth.get(row.period) ?? []), row]);
		const sum = (rows: readonly Computed[], pick: (row: Computed) => number) => rows.reduce((total, row) => total + pick(row), 0);
		return [...byMonth].flatMap(([period, rows]) => {
			const shown = rows.filter(({ serviceId, denominator }) => serviceId !== null && (denominator ?? 0) >= fewest);
			if (shown.length === rows.length) return shown;
			const whole = {
				period,
				serviceId: null,
				channel: null,
				numerator: sum(rows, ({ numerator }) => numerator),
				denominator: sum(rows, ({ denominator }) => denominator ?? 0)
			};
			return whole.denominator >= fewest ? [whole] : [];
		});
	};

const stage =
	(of: 'informal' | 'stage 1' | 'stage 2'): Compute =>
	(db, months) =>
		byService(complaintSums(db, of, months));

const inTime: Compute = (db, months) =>
	byService([...complaintSums(db, 'stage 1 in time', months), ...complaintSums(db, 'stage 2 in time', months)]);

const closedWith =
	(column: 'cause' | 'lesson'): Compute =>
	(db, { from, to }) =>
		rowsOf(
			db,
			sql`select substr(c.closed_on, 1, 7) as period, c.service_id as serviceId, null as channel,
					sum(coalesce(${sql.raw(`c.${column}`)}, '') <> '') as numerator, count(*) as denominator
				from tell_us_case c where c.kind = 'complaint' and c.state = 'answered' and c.duplicate_of_id is null
					and c.closed_on >= ${first(from)} and c.closed_on <= ${lastDayOf(to)} group by 1, 2`
		);

/**
 * What the workbench works out itself, each aggregated in SQL. Nothing goes below what was promised: mystery shopping for the
 * council alone, assessed contacts from five people on, satisfaction from five answers on.
 */
export const computeOf: Record<Computation, Compute> = {
	'failure in demand logs': failureHeard,
	'mystery visits passed': visitsPassed,
	'assessed interactions': withoutCriticalFailure,
	'criteria achieved': criteriaAchieved,
	'satisfied overall': satisfied('overall'),
	'satisfied with the welcome': satisfied('welcome'),
	'satisfied with the wait': satisfied('wait'),
	'satisfied with the efficiency': satisfied('efficiency'),
	'satisfied with the interaction': satisfied('interaction'),
	'satisfied with the delivery': satisfied('delivery'),
	'resolved first time': satisfied('resolved'),
	'informal complaints': stage('informal'),
	'stage 1 complaints': stage('stage 1'),
	'stage 2 complaints': stage('stage 2'),
	'complaints answered in time': inTime,
	'complaints with a cause': closedWith('cause'),
	'complaints with a lesson': closedWith('lesson')
};
