import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import type { RaterTableFilters } from './table-filters.ts';
import { raterTables } from './tables.ts';

/** So many tables a person's list shows; nobody brings in more. */
const most = 500;
const count = sql<number>`(select count(*) from rating where rating.table_id = rater_table.id)`;

/** The tables a person brought in, as the filters say, with how many ratings each has. */
export function raterTablesOf(db: Database, person: Person, { text, sort, order }: RaterTableFilters) {
	const like = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
	const way = order === 'ascending' ? asc : desc;
	const key = { number: raterTables.number, title: inAnyCase(raterTables.title), ratings: count }[sort];
	return db
		.select({ number: raterTables.number, title: raterTables.title, about: raterTables.about, madeAt: raterTables.madeAt, ratings: count })
		.from(raterTables)
		.where(and(eq(raterTables.ownerId, person.id), text ? sql`${raterTables.title} like ${like} escape '\\'` : undefined))
		.orderBy(way(key), way(raterTables.number))
		.limit(most)
		.all();
}

/** The list as a table to take away. */
export const raterTablesTable = (db: Database, person: Person, filters: RaterTableFilters) => ({
	name: 'Tables of ratings',
	columns: [
		{ key: 'number', label: 'No.', kind: 'number' },
		{ key: 'title', label: 'Table', kind: 'text', width: 40 },
		{ key: 'about', label: 'What it is about', kind: 'text', width: 50 },
		{ key: 'ratings', label: 'Ratings', kind: 'number' },
		{ key: 'madeAt', label: 'Made', kind: 'moment' }
	] as const,
	rows: raterTablesOf(db, person, filters)
});
