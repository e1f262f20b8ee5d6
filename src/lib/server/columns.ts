import { sql, type SQL } from 'drizzle-orm';
import { check, integer, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { newId } from './new-id.ts';

export const id = () => text('id').primaryKey().$defaultFn(newId);

/** Counts the saves of a row; a save names the version it was made from, so that a stale one is noticed. */
export const version = () => integer('version').notNull().default(1);

/** A moment in time, milliseconds since 1970 in UTC. Shown in Europe/London. */
export const moment = (name: string) => integer(name);

/** A plain date, YYYY-MM-DD. */
export const day = (name: string) => text(name);

export const yes = (name: string) => integer(name, { mode: 'boolean' });

/** CHECK that a column holds one of a closed set (or nothing). */
export const oneOf = (name: string, column: AnySQLiteColumn, values: readonly string[]) =>
	check(name, sql`${column} in (${sql.raw(values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', '))})`);

/** A text column compared and sorted without regard to capitals, in indexes and in the queries that use them. */
export const inAnyCase = (column: AnySQLiteColumn) => sql<string>`${column} collate nocase`;

export const holds = (name: string, condition: SQL) => check(name, condition);
