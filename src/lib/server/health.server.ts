import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { config } from './config.ts';
import type { Database } from './database.ts';

/** Below this much room a warning is due while there is still time to act: 512 MB. */
const leastRoom = 512 * 1024 * 1024;

/** Whether the program can read its database and has room to write. Says nothing about the council. */
export function health(db: Database): { ok: boolean; database: boolean; room: boolean } {
	const database = db.$client.prepare('select 1 as yes').get() !== undefined;
	const disk = statfsSync(dirname(config.database));
	const room = disk.bavail * disk.bsize > leastRoom;
	return { ok: database && room, database, room };
}
