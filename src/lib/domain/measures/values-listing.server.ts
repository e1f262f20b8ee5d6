import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { everyRow, paged, pageSize, type Place as PageOf } from '#lib/server/paging.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import type { Channel } from '../journeys/channels.ts';
import type { Sight } from './finding.server.ts';
import { addPeriods } from './period.ts';
import { showWhole, valueOf } from './value.ts';
import type { ValueFilters } from './values-filters.ts';
import type { Origin, Unit } from './words.ts';

type Row = {
	measure: number;
	place: number;
	period: string;
	key: string;
	name: string;
	unit: Unit;
	serviceId: string | null;
	service: string | null;
	teamId: string | null;
	team: string | null;
	channel: Channel | null;
	numerator: number;
	denominator: number | null;
	origin: Origin;
	released: 0 | 1;
};

/** What tells the rows of the list apart, and where its next page begins: '12.345.2026-03'. */
const keyOf = ({ measure, place, period }: Row) => `${measure}.${place}.${period}`;

function keyIn(text: string | undefined) {
	const found = /^(\d{1,9})\.(\d{1,9})\.(\d{4}-\d{2})$/.exec(text ?? '');
	return found && { measure: Number(found[1]), place: Number(found[2]), period: found[3]! };
}

/** The months looked at: the one chosen, or the last twelve. */
const monthsOf = ({ month }: ValueFilters, last: string) => (month ? [month, month] : [addPeriods(last, -11), last]);

function narrowed(sight: Sight, filters: ValueFilters, last: string): SQL {
	const [from, to] = monthsOf(filters, last);
	const isReleased = sql`v.period in (select period from measure_release)`;
	const where = [sql`v.period >= ${from} and v.period <= ${to} and v.superseded_in is null`];
	if (filters.measure) where.push(sql`m.key = ${filters.measure}`);
	// with the plus no index is made for it, which would lose the order of the keys
	if (filters.service) where.push(sql`+p.service_id = ${filters.service}`);
	if (filters.team) where.push(sql`+p.team_id = ${filters.team}`);
	if (filters.channel) where.push(sql`p.channel = ${filters.channel}`);
	if (filters.origin) where.push(sql`e.origin = ${filters.origin}`);
	if (filters.released === 'yes' || sight.releasedOnly) where.push(isReleased);
	if (filters.released === 'no') where.push(sql`not ${isReleased}`);
	if (sight.services !== 'all')
		where.push(sql`(p.service_id is null or p.service_id in (select value from json_each(${JSON.stringify(sight.services)})))`);
	return sql.join(where, sql` and `);
}

// measures, then places, then their months: so a page is read in the order of the keys of the tables
const tables = sql`measure m cross join measure_place p cross join measure_value v on v.measure = m.number and v.place = p.id
	join measure_entry e on e.id = v.entry left join service s on s.id = p.service_id left join team t on t.id = p.team_id`;

function pageOf(db: Database, sight: Sight, filters: ValueFilters, { after, before }: PageOf<string>, last: string, limit: number): Row[] {
	const from = keyIn(after ?? before);
	const up = (filters.order === 'ascending') === (before === undefined);
	const beyond = sql.raw(up ? '>' : '<');
	const turned = sql.raw(up ? 'asc' : 'desc');
	const byMonth = filters.sort === 'month';
	const start = from
		? byMonth
			? sql`and (v.period, m.number, p.id) ${beyond} (${from.period}, ${from.measure}, ${from.place})`
			: sql`and m.number ${beyond}= ${from.measure} and (m.number, p.id, v.period) ${beyond} (${from.measure}, ${from.place}, ${from.period})`
		: sql``;
	const order = byMonth
		? sql`v.period ${turned}, m.number ${turned}, p.id ${turned}`
		: sql`m.number ${turned}, p.id ${turned}, v.period ${turned}`;
	return rowsOf<Row>(
		db,
		sql`select v.measure, v.place, v.period, m.key, m.name, m.unit, p.service_id as serviceId, s.name as service, p.team_id as teamId,
				t.name as team, p.channel, v.numerator, v.denominator, e.origin, v.period in (select period from measure_release) as released
			from ${tables} where ${narrowed(sight, filters, last)} ${start} order by ${order} limit ${limit}`
	);
}

/** So many are counted; of more the page says 'more than'. */
export const mostCounted = 5000;

/**
 * The values that count, each as it was entered, of the months asked for and the services a person sees; fifty a page, with how
 * many there are. What is summed of them is on the measures' pages.
 * @param last the latest month that has ended
 */
export function valuesListed(db: Database, sight: Sight, filters: ValueFilters, place: PageOf<string>, last: string) {
	const listed = paged(pageOf(db, sight, filters, place, last, pageSize + 1), place, keyOf);
	const [found] = rowsOf<{ n: number }>(
		db,
		sql`select count(*) as n from (select 1 from ${tables} where ${narrowed(sight, filters, last)} limit ${mostCounted + 1})`
	);
	return {
		...listed,
		rows: listed.rows.map((row) => ({ ...row, id: keyOf(row), released: row.released === 1, shown: showWhole(row.unit, row) })),
		count: found?.n ?? 0
	};
}
export type ListedValue = ReturnType<typeof valuesListed>['rows'][number];

/** The list as a table to take away, as it is narrowed and sorted; it can be brought in again. Percentages have two decimals. */
export function listedValuesTable(db: Database, sight: Sight, filters: ValueFilters, last: string) {
	function* rows() {
		const read = (place: PageOf<string>, limit: number) => pageOf(db, sight, filters, place, last, limit);
		for (const { name, period, service, team, channel, numerator, denominator, unit, origin, released } of everyRow(read, keyOf))
			yield {
				measure: name,
				period,
				service: service ?? '',
				team: team ?? '',
				channel: channel ?? '',
				numerator,
				denominator,
				value: valueOf(unit, { numerator, denominator }),
				unit,
				origin,
				released: released ? 'yes' : 'no'
			};
	}
	return {
		name: 'Values of measures',
		columns: [
			{ key: 'measure', label: 'Measure', kind: 'text', width: 36 },
			{ key: 'period', label: 'Month', kind: 'text' },
			{ key: 'service', label: 'Service', kind: 'text', width: 28 },
			{ key: 'team', label: 'Team', kind: 'text', width: 24 },
			{ key: 'channel', label: 'Channel', kind: 'text' },
			{ key: 'numerator', label: 'Numerator', kind: 'number' },
			{ key: 'denominator', label: 'Denominator', kind: 'number' },
			{ key: 'value', label: 'Value', kind: 'number', decimals: 2 },
			{ key: 'unit', label: 'Counted in', kind: 'text' },
			{ key: 'origin', label: 'How it came in', kind: 'text' },
			{ key: 'released', label: 'Released', kind: 'text' }
		] as const,
		rows: rows()
	};
}
