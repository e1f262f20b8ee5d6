import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { open } from '#lib/server/database.ts';

const modules = import.meta.glob<Record<string, unknown>>('../../src/lib/**/tables.ts', { eager: true });
const tables = Object.values(modules)
	.flatMap((module) => Object.values(module))
	.filter((value): value is SQLiteTable => is(value, SQLiteTable));
const db = open(':memory:');
const pragma = <T>(text: string) => db.$client.pragma(text) as T[];

test('the migrated database holds the tables of the code, and no others', () => {
	const there = db.$client
		.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'")
		.pluck()
		.all();
	expect(there.sort()).toEqual(tables.map(getTableName).sort());
});

test.each(tables.map((table) => [getTableName(table), table] as const))('%s has the columns and indexes of the code', (name, table) => {
	const columns = pragma<{ name: string }>(`table_info(${name})`).map((column) => column.name);
	expect(columns.sort()).toEqual(
		Object.values(getTableColumns(table))
			.map((column) => column.name)
			.sort()
	);
	const indexes = pragma<{ name: string; origin: string }>(`index_list(${name})`).filter((index) => index.origin === 'c');
	const uniques = Object.values(getTableColumns(table)).flatMap((column) => (column.isUnique ? [column.uniqueName] : []));
	const named = getTableConfig(table).indexes.map((index) => index.config.name);
	expect(indexes.map((index) => index.name).sort()).toEqual([...named, ...uniques].sort());
});

test('it is kept as it should be: foreign keys on, full synchronisation', () => {
	expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1);
	expect(db.$client.pragma('synchronous', { simple: true })).toBe(2);
	expect(db.$client.pragma('trusted_schema', { simple: true })).toBe(0);
});
