import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';

/** Throws unless the file is a whole database of ours. */
function check(file: string): void {
	const db = new Sqlite(file, { readonly: true, fileMustExist: true });
	try {
		const whole = db.pragma('integrity_check', { simple: true });
		if (whole !== 'ok') throw new Error(`${file} is damaged: ${String(whole)}`);
		if ((db.pragma('foreign_key_check') as unknown[]).length) throw new Error(`${file} has rows without their parents`);
		if (!db.prepare("select 1 from sqlite_master where name = 'council'").get()) throw new Error(`${file} is not a Golden Thread database`);
	} catch (problem) {
		if (problem instanceof Sqlite.SqliteError)
			throw new Error(`${file} is not a database that can be restored: ${problem.message}`, { cause: problem });
		throw problem;
	} finally {
		db.close();
	}
}

const stampOf = (now: Date) => now.toISOString().slice(0, 19).replaceAll(':', '-');

/**
 * Copies the council's file while people work, into a file named by date, and checks the copy. Nobody is held up: the
 * copy is made in small steps and starts over if somebody writes meanwhile.
 */
export async function backUp(database: string, folder: string, now: Date): Promise<{ file: string; bytes: number }> {
	if (!existsSync(database))
		throw new Error(`There is no database at ${database}. Start the program once, or set GOLDEN_THREAD_DATA to its folder.`);
	mkdirSync(folder, { recursive: true });
	const file = join(folder, `golden-thread-${stampOf(now)}.sqlite`);
	const unfinished = `${file}.part`;
	const source = new Sqlite(database, { readonly: true });
	try {
		await source.backup(unfinished);
	} finally {
		source.close();
	}
	const copy = new Sqlite(unfinished);
	// one file, with nothing beside it
	copy.pragma('journal_mode = DELETE');
	copy.close();
	check(unfinished);
	renameSync(unfinished, file);
	return { file, bytes: statSync(file).size };
}

/**
 * Puts a backup in place of the council's file, after checking it. Refuses to overwrite a database without being told
 * to; told to, it keeps the old one beside it. The program must be stopped first.
 */
export function restore(backup: string, database: string, overwrite: boolean): { kept: string | null } {
	if (!existsSync(backup)) throw new Error(`There is no file ${backup}`);
	check(backup);
	const there = existsSync(database);
	if (there && !overwrite)
		throw new Error(`There is a database at ${database}. Stop the program and add --overwrite to replace it; the old one is kept.`);
	mkdirSync(dirname(database), { recursive: true });
	const arriving = `${database}.arriving`;
	copyFileSync(backup, arriving);
	const kept = there ? `${database}.before-${stampOf(new Date())}` : null;
	if (kept) {
		// what is still in the write-ahead log belongs to the old file
		const old = new Sqlite(database);
		old.pragma('wal_checkpoint(TRUNCATE)');
		old.close();
		renameSync(database, kept);
	}
	for (const beside of [`${database}-wal`, `${database}-shm`]) rmSync(beside, { force: true });
	renameSync(arriving, database);
	return { kept };
}
