import type Sqlite from 'better-sqlite3';

/**
 * Brings the triggers whose names begin so up to date: those that are missing or other than wanted are made, those no longer wanted
 * go. Called each time a council's file is opened, after its tables are migrated: a migration that makes a table anew loses its
 * triggers, and nobody has to remember them. `wanted`: what follows `create trigger name`, by name.
 */
export function keepTriggers(sqlite: Sqlite.Database, beginning: string, wanted: ReadonlyMap<string, string>): void {
	const texts = new Map([...wanted].map(([name, rest]) => [name, `CREATE TRIGGER ${name} ${rest}`]));
	const there = sqlite
		.prepare(`select name, sql from sqlite_master where type = 'trigger' and substr(name, 1, ?) = ?`)
		.all(beginning.length, beginning) as { name: string; sql: string }[];
	const stale = there.filter(({ name, sql }) => texts.get(name) !== sql).map(({ name }) => `drop trigger ${name};`);
	const missing = [...texts].filter(([name, text]) => !there.some(({ name: other, sql }) => other === name && sql === text));
	if (!stale.length && !missing.length) return;
	sqlite.exec(['begin immediate;', ...stale, ...missing.map(([, text]) => `${text};`), 'commit;'].join('\n'));
}
