import { sql, type Column, type SQL } from 'drizzle-orm';

/** That a column is one of these, however many they are: as one parameter, so that the statement stays the same. */
export const isAmong = (column: Column, values: readonly string[]): SQL =>
	sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
