import { building } from '$app/environment';
import { config } from './config.ts';
import { open, type Database } from './database.ts';

let opened: Database | null = null;

/** The council's database, opened and brought up to date the first time it is asked for; never while building. */
export function councilDatabase(): Database {
	if (building) throw new Error('The database is not opened while building');
	opened ??= open(config.database, config.migrations);
	return opened;
}

/** Writes the log back into the file and lets go of it: at the end of the program. */
export function closeCouncilDatabase(): void {
	opened?.$client.pragma('wal_checkpoint(TRUNCATE)');
	opened?.$client.close();
	opened = null;
}
