import { sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import type { TableForExport } from '#lib/exchange/table-for-export.ts';
import type { Database } from '#lib/server/database.ts';
import { everyRow, paged, pageSize, type Place } from '#lib/server/paging.ts';
import { written } from '#lib/server/prepared-query.ts';
import { keptKinds, reportKindOf } from '../report-kinds.server.ts';
import type { KeptFilters } from './filters.ts';

type Row = {
	number: number;
	kind: string;
	about: string;
	title: string;
	service: string | null;
	keptAt: number;
	isScheduled: number;
};

/** The kept reports, or schedules, of what a person may read live, kind by kind. The same answer as `subjectOf`. */
export const inSightOf = (person: Person): SQL =>
	sql`case kind ${sql.join(
		keptKinds.map(({ name, keeping }) => sql`when ${name} then ${keeping.inSight(person)}`),
		sql` `
	)} else 0 end`;

/** A page of the list, in the order of the numbers. */
export function keptQueryFor(
	person: Person,
	{ kind, service, month, order }: KeptFilters,
	{ after, before }: Place<number>,
	limit: number
): SQL {
	const isUp = (order === 'ascending') !== (before !== undefined);
	const from = after ?? before;
	const conditions = [
		inSightOf(person),
		...(kind ? [sql`kind = ${kind}`] : []),
		...(service ? [sql`service_id = ${service}`] : []),
		...(month ? [sql`kept_on between ${`${month}-01`} and ${`${month}-31`}`] : []),
		...(from === undefined ? [] : [isUp ? sql`number > ${from}` : sql`number < ${from}`])
	];
	return sql`select number, kind, about, title, (select name from service where id = service_id) as service,
			kept_at as keptAt, schedule_id is not null as isScheduled
		from kept_report indexed by kept_report_by_number where ${sql.join(conditions, sql` and `)}
		order by number ${isUp ? sql`asc` : sql`desc`} limit ${written(limit)}`;
}

const inWords = (row: Row) => ({
	...row,
	kind: reportKindOf(row.kind)?.label ?? row.kind,
	how: row.isScheduled ? 'By its schedule' : 'By hand'
});

/** The kept reports a person may read, fifty a page. */
export function keptListed(db: Database, person: Person, filters: KeptFilters, place: Place<number>) {
	const found = db.all<Row>(keptQueryFor(person, filters, place, pageSize + 1));
	const { rows, next, previous } = paged(found, place, ({ number }) => number);
	return { rows: rows.map(inWords), next, previous };
}

/** What the list can be narrowed to: kinds, services and months of what the person may read. */
export function keptChoices(db: Database, person: Person) {
	const found = db.all<{ kind: string; serviceId: string | null; service: string | null; month: string }>(sql`
		select distinct kind, service_id as serviceId, (select name from service where id = service_id) as service, substr(kept_on, 1, 7) as month
		from kept_report where ${inSightOf(person)}`);
	const unique = (entries: (readonly [value: string, label: string])[]) =>
		[...new Map(entries)].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label));
	return {
		kinds: unique(found.map(({ kind }) => [kind, reportKindOf(kind)?.label ?? kind])),
		services: unique(found.flatMap(({ serviceId, service }) => (serviceId && service ? [[serviceId, service] as const] : []))),
		months: [...new Set(found.map(({ month }) => month))].sort().reverse()
	};
}

/** The list as a table to take away. */
export const keptTable = (db: Database, person: Person, filters: KeptFilters): TableForExport => ({
	name: 'Kept reports',
	sheet: 'Kept reports',
	columns: [
		{ key: 'number', label: 'No.', kind: 'number', width: 6 },
		{ key: 'kind', label: 'Report', kind: 'text', width: 28 },
		{ key: 'about', label: 'Of', kind: 'text', width: 40 },
		{ key: 'title', label: 'What it said', kind: 'text', width: 60 },
		{ key: 'service', label: 'Service', kind: 'text', width: 28 },
		{ key: 'keptAt', label: 'Kept', kind: 'moment', width: 20 },
		{ key: 'how', label: 'How', kind: 'text', width: 16 }
	],
	rows: (function* () {
		const read = (place: Place<number>, limit: number) => db.all<Row>(keptQueryFor(person, filters, place, limit));
		for (const row of everyRow(read, ({ number }) => number)) yield inWords(row);
	})()
});
