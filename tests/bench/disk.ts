import { join } from 'node:path';
import { open } from '#lib/server/database.ts';
import { median } from './measuring.ts';

/** As many pages as saving an answer writes: the answer, three results, the sent form and its index, the audit line and its four. */
const pages = 11;

/** What this disk takes of a save: a transaction that writes as many pages, waiting for the disk (FULL) and not (OFF), in ms. */
function timeOf(folder: string, synchronous: 'FULL' | 'OFF'): number {
	const db = open(join(folder, `disk-${synchronous}.sqlite`)).$client;
	db.pragma(`synchronous = ${synchronous}`);
	db.exec('create table page (id integer primary key, content blob)');
	const add = db.prepare('insert into page (content) values (zeroblob(3500))');
	for (let n = 0; n < pages; n++) add.run();
	const change = db.prepare('update page set content = randomblob(3500)');
	const save = db.transaction(() => change.run()).immediate;
	const taken = Array.from({ length: 300 }, () => {
		const started = performance.now();
		save();
		return performance.now() - started;
	});
	db.close();
	return median(taken);
}

/** Prints what waiting for the disk costs in every save: that part is the disk's, and stays, since what is acknowledged must last. */
export function showDisk(folder: string): void {
	const [waiting, not] = [timeOf(folder, 'FULL'), timeOf(folder, 'OFF')];
	console.log(
		`\n  Waiting for the disk: a transaction of ${pages} pages takes ${waiting.toFixed(2)} ms, without waiting ${not.toFixed(2)} ms: ${(waiting - not).toFixed(2)} ms of each save are the disk's`
	);
}
