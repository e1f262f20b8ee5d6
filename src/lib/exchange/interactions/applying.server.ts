import { setImmediate } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { withoutCheckpoints, write, type Database } from '#lib/server/database.ts';
import { imports, type Counts } from '../tables.ts';
import { mappingSha } from './checking.server.ts';
import { forgetFile } from './kept-file.server.ts';
import { headsOf, rowsOf } from './reading-list.server.ts';
import { resolverOf, type Over, type Resolved } from './resolving.server.ts';

const insert = `insert into paf_interaction (reference, staff_id, team_id, service_id, channel, at, month, seconds, source, import_id)
	values (@reference, @staffId, @teamId, @serviceId, @channel, @at, @month, @seconds, 'file', @importId) on conflict (reference) do nothing`;

/** At most so many rows are written before other people's work has its turn: about four hundredths of a second. */
const rowsAtOnce = 2500;
/** After so many writes the log is taken over into the file: they fill some 50 MB of it. */
const writesBetween = 6;

/**
 * Adds the interactions of a checked list. A long list would hold up everybody in one transaction, so it is written some rows at a
 * time; stopped half way and applied again it goes on, because a reference is counted once. The import is applied, and its
 * kept file gone, in the last of them.
 * @param pause waited for after some of the writes: takes the log over in a thread of its own
 */
export const applyList: typeof applyRows = (db, ...rest) => withoutCheckpoints(db, () => applyRows(db, ...rest));

async function applyRows(
	db: Database,
	person: Person,
	importId: string,
	over: Over,
	progress: (done: number, of: number) => void = () => {},
	pause: () => Promise<unknown> = () => Promise.resolve()
): Promise<Outcome<{ counts: Counts }>> {
	const found = db.select().from(imports).where(eq(imports.id, importId)).get();
	if (found?.state === 'applied' && found.counts) return done({ counts: found.counts });
	if (found?.state !== 'checked' || !found.counts)
		return refused('not-checked', 'This file was discarded or could not be read. Upload it again');
	if (found.counts.problems) return refused('has-problems', 'Put the problems right in the file and upload it again. Nothing was changed');
	const read = headsOf(db, importId);
	if (!read || mappingSha(read.mapping) !== found.planSha256)
		return refused('changed-since', 'What the columns mean has been changed since the file was checked. Upload it again');
	const resolve = resolverOf(db, read.heads, read.mapping, over, now());
	const add = db.$client.prepare(insert);
	let [rows, added, writes] = [0, 0, 0];
	for (const block of rowsOf(db, importId)) {
		const size = Math.ceil(block.length / Math.ceil(block.length / rowsAtOnce));
		for (let from = 0; from < block.length; from += size) {
			const right: Resolved[] = [];
			for (const line of block.slice(from, from + size)) {
				const outcome = resolve(line);
				if (Array.isArray(outcome)) return stopped(outcome[0]?.text ?? '', line.row, added);
				right.push(outcome);
			}
			added += write(db, () => right.reduce((n, one) => n + add.run({ ...one, importId }).changes, 0));
			rows += right.length;
			progress(rows, found.counts.rows);
			await (++writes % writesBetween ? setImmediate() : pause());
		}
	}
	await pause();
	return write(db, (tx) => {
		const counts = { ...found.counts!, added, same: rows - added };
		tx.update(imports).set({ state: 'applied', appliedAt: now(), rows: null, counts }).where(eq(imports.id, importId)).run();
		forgetFile(tx, importId);
		record(tx, person, 'applied an import: interactions', { kind: 'import', id: importId }, { added: { from: null, to: added } });
		return done({ counts });
	});
}

const stopped = (text: string, row: number, added: number) =>
	refused(
		'changed-since',
		`The staff have changed since the file was checked. Row ${row}: ${text}. ${added.toLocaleString('en-GB')} interactions before it were added. Put it right, and upload the file again: those are not counted twice`
	);
