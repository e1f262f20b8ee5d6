import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { countChanges } from './counted-changes.ts';
import { protectFinalRecords } from './final-records.ts';

export type Database = ReturnType<typeof connect>;
declare const inside: unique symbol;
/** The database inside one write; what leaves an audit line asks for this type, so it cannot be left outside. */
export type Transaction = Database & { readonly [inside]: true };

const settings = [
	'journal_mode = WAL',
	// power-cut tests on this stack: FULL lost nothing that was acknowledged, NORMAL (the driver's default in WAL) did
	'synchronous = FULL',
	'busy_timeout = 5000',
	`journal_size_limit = ${64 * 1024 * 1024}`,
	'cache_size = -65536',
	'temp_store = MEMORY',
	'trusted_schema = OFF'
];

/** Older SQLite libraries can lose a transaction when the write-ahead log is reset. */
function assertSafeSqlite(sqlite: Sqlite.Database) {
	const { version } = sqlite.prepare('select sqlite_version() as version').get() as { version: string };
	const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
	if (major * 1e6 + minor * 1e3 + patch < 3_051_003) throw new Error(`SQLite ${version} is too old: 3.51.3 or newer is needed`);
}

function connect(file: string, { readonly = false, isThere = readonly }: { readonly?: boolean; isThere?: boolean } = {}) {
	if (file !== ':memory:' && !isThere) mkdirSync(dirname(file), { recursive: true });
	const sqlite = new Sqlite(file, { readonly, fileMustExist: isThere });
	assertSafeSqlite(sqlite);
	for (const setting of readonly ? settings.slice(2) : settings) sqlite.pragma(setting);
	sqlite.pragma('foreign_keys = ON');
	return drizzle({ client: sqlite });
}

/** Opens a council's file (or ':memory:') and brings its tables, what protects its final records and what counts changes up to date. */
export function open(file: string, migrations = 'drizzle'): Database {
	const db = connect(file);
	// drizzle runs all files in one transaction, where switching foreign keys off has no effect
	db.$client.pragma('foreign_keys = OFF');
	migrate(db, { migrationsFolder: migrations });
	if ((db.$client.pragma('foreign_key_check') as unknown[]).length) throw new Error('A migration left rows without their parents');
	db.$client.pragma('foreign_keys = ON');
	protectFinalRecords(db.$client);
	countChanges(db.$client);
	return db;
}

/** A second, read-only connection to a file that is open elsewhere: for work that must not hold up a request. */
export const openToRead = (file: string): Database => connect(file, { readonly: true });

/** All writes go through here: one immediate transaction, so that what is read inside it cannot go stale. */
export function write<T>(db: Database, work: (tx: Transaction) => T): T {
	return db.$client.transaction(() => work(db as Transaction)).immediate();
}

/**
 * Lets work that writes much go on without the checkpoints that SQLite makes in the middle of a save, after every 1,000 pages: they
 * would hold up everybody. It takes the log over itself with `takeLogOver`, in a thread of its own. What was acknowledged is in the
 * log and as safe as before.
 */
export async function withoutCheckpoints<T>(db: Database, work: () => Promise<T>): Promise<T> {
	db.$client.pragma('wal_autocheckpoint = 64000');
	try {
		return await work();
	} finally {
		db.$client.pragma('wal_autocheckpoint = 1000');
	}
}

/** Copies the log of a file into it, from a connection of its own: as much as nobody still needs. A database in memory has no log. */
export function takeLogOver({ $client: { memory, name } }: Database): void {
	if (memory) return;
	const own = new Sqlite(name, { fileMustExist: true });
	try {
		own.pragma('wal_checkpoint(PASSIVE)');
	} finally {
		own.close();
	}
}

/** Gives back what `make` made for this database the first time: for prepared statements and parsed documents. */
export function keptPerDatabase<T>(make: (db: Database) => T): (db: Database) => T {
	const kept = new WeakMap<object, T>();
	return (db) => {
		const found = kept.get(db.$client);
		if (found !== undefined) return found;
		const made = make(db);
		kept.set(db.$client, made);
		return made;
	};
}

/**
 * A second connection to the same file with a cache of its own, a small one: what is large passes through it, so that
 * it neither fills the memory nor pushes out of the cache what every page needs. It closes with the first. Never write
 * through it inside a transaction of the first: each would wait for the other. A database in memory has only itself. Where the file
 * was taken away it fails, rather than begin an empty one beside the first.
 */
export const asideOf = keptPerDatabase((db) => {
	const first = db.$client;
	if (first.memory) return db;
	const aside = connect(first.name, { readonly: first.readonly, isThere: true });
	aside.$client.pragma('cache_size = -1024');
	const close = first.close.bind(first);
	first.close = () => {
		aside.$client.close();
		return close();
	};
	return aside;
});
