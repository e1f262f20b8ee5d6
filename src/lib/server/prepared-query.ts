import type { Statement } from 'better-sqlite3';
import { sql as text, type SQL } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import { keptPerDatabase, type Database } from './database.ts';

const dialect = new SQLiteSyncDialect();
const statements = keptPerDatabase(() => new Map<string, Statement<unknown[]>>());

/**
 * The rows of a query written as SQL, its statement prepared once for each text: preparing a long one costs as much as
 * running it. What varies must be a parameter, so that the texts stay few.
 */
export function rowsOf<T>(db: Database, query: SQL): T[] {
	const { sql, params } = dialect.sqlToQuery(query);
	const kept = statements(db);
	let statement = kept.get(sql);
	if (!statement) kept.set(sql, (statement = db.$client.prepare<unknown[]>(sql)));
	return statement.all(...params) as T[];
}

/**
 * A whole number written into the statement, for `limit`: as a parameter this SQLite looks at its value while planning,
 * and so prepares the statement anew each time it is run. It must be one of few, so that the texts stay few.
 */
export const written = (number: number): SQL => text.raw(String(Math.trunc(number)));
