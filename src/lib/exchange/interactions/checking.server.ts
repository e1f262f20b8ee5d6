import { createHash } from 'node:crypto';
import { showMonth } from '#lib/domain/paf/month.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { metBefore } from '#lib/server/met-before.server.ts';
import { mostKept, type Checked } from '../checking.server.ts';
import type { Problem } from '../sheet.ts';
import type { Change } from '../tables.ts';
import type { Mapping } from './columns.ts';
import { Unreadable, type Line } from './csv-blocks.ts';
import { lettersOf } from './kept-file.server.ts';
import { headsOf, rowsOf } from './reading-list.server.ts';
import { resolverOf, type Over, type Resolved } from './resolving.server.ts';

/** So many interactions one list may have. */
export const mostInteractions = 1_000_000;

export type ListToCheck = { importId: string; over: Over; now: number };

/** By what applying knows that the columns are read as they were checked. */
export const mappingSha = (mapping: Mapping): string =>
	createHash('sha256')
		.update(JSON.stringify(Object.entries(mapping).sort()))
		.digest('hex');

/**
 * Reads a kept list and finds everything that is wrong with it, and how many interactions of which month, service and channel it
 * would add. Reads only, a block at a time: meant for a thread of its own.
 */
export function checkList(
	db: Database,
	{ importId, over, now }: ListToCheck,
	progress: (done: number, of: number) => void = () => {}
): Outcome<{ checked: Checked }> {
	const references = metBefore();
	try {
		const found = headsOf(db, importId);
		if (!found) return refused('empty', 'The file is empty', 'file');
		const { heads, mapping } = found;
		const resolve = resolverOf(db, heads, mapping, over, now);
		const isThere = referencesIn(db);
		const problems: Problem[] = [];
		const sums = new Map<string, { first: number; n: number; month: string; serviceId: string; channel: string }>();
		let [rows, wrong, same, twice] = [0, 0, 0, 0];
		for (const block of rowsOf(db, importId)) {
			rows += block.length;
			if (rows > mostInteractions)
				return refused('rows', `The file has more than ${mostInteractions.toLocaleString('en-GB')} rows. Split it`, 'file');
			const right: Resolved[] = [];
			for (const line of block) {
				const outcome = ragged(line, heads) ?? resolve(line);
				if (Array.isArray(outcome)) {
					wrong += outcome.length;
					if (problems.length < mostKept) problems.push(...outcome);
				} else right.push(outcome);
			}
			const there = isThere(right.map(({ reference }) => reference));
			for (const { reference, row, month, serviceId, channel } of right) {
				if (!references.isFirst(reference)) twice++;
				else if (there.has(reference)) same++;
				else {
					const key = `${month} ${serviceId} ${channel}`;
					const sum = sums.get(key) ?? { first: row, n: 0, month, serviceId, channel };
					sum.n++;
					sums.set(key, sum);
				}
			}
			progress(rows, rows);
		}
		if (!rows) problems.push({ row: 0, column: '', text: 'The file has a head but no rows' });
		const added = [...sums.values()].reduce((sum, { n }) => sum + n, 0);
		const counts = { rows, problems: wrong + (rows ? 0 : 1), added, changed: 0, same: same + twice };
		const notes = notesOn(lettersOf(db, importId), heads, mapping, same, twice);
		const changes = JSON.stringify(inWords(db, [...sums.values()]));
		return done({
			checked: {
				counts,
				notes,
				problems: JSON.stringify(problems.slice(0, mostKept)),
				changes,
				planSha256: mappingSha(mapping),
				rows: '[]'
			}
		});
	} catch (problem) {
		if (problem instanceof Unreadable) return refused('unreadable', problem.message, 'file');
		throw problem;
	} finally {
		references.close();
	}
}

function ragged({ row, cells }: Line, heads: readonly string[]): Problem[] | null {
	const outside = cells.findIndex((cell, i) => i >= heads.length && cell !== '');
	const many = outside >= 0 ? outside + 1 : cells.length;
	if (outside < 0 && cells.length >= heads.length) return null;
	return [{ row, column: '', text: `This row has ${many === 1 ? 'one cell' : `${many} cells`}, but the file has ${heads.length} columns` }];
}

/** Which of some references there are already, in one query. */
function referencesIn(db: Database) {
	const query = db.$client
		.prepare<[string], string>('select reference from paf_interaction where reference in (select value from json_each(?))')
		.pluck();
	return (references: readonly string[]) => new Set(query.all(JSON.stringify(references)));
}

const many = (n: number) => n.toLocaleString('en-GB');

function notesOn(letters: string, heads: readonly string[], mapping: Mapping, same: number, twice: number): string[] {
	const read = Object.values(mapping);
	const unread = heads.filter((head) => head && !read.includes(head));
	return [
		...(letters === 'windows-1252' ? ['The file is not UTF-8, so it was read as Windows-1252. Check names with accents.'] : []),
		...(unread.length ? [`Columns that are not read: ${unread.join(', ')}.`] : []),
		...(twice
			? [
					`${many(twice)} ${twice === 1 ? 'row has a reference' : 'rows have references'} that stood in the file before: each is counted once.`
				]
			: []),
		...(same
			? [`${many(same)} ${same === 1 ? 'interaction is' : 'interactions are'} there already, by their references, and stay as they are.`]
			: [])
	];
}

function inWords(db: Database, sums: { first: number; n: number; month: string; serviceId: string; channel: string }[]): Change[] {
	const names = new Map(
		db
			.select({ id: services.id, name: services.name })
			.from(services)
			.all()
			.map(({ id, name }) => [id, name])
	);
	return sums
		.sort((a, b) => `${a.month} ${a.serviceId}`.localeCompare(`${b.month} ${b.serviceId}`) || a.first - b.first)
		.map(({ first, n, month, serviceId, channel }) => ({
			row: first,
			what: 'add',
			text: `Adds ${many(n)} by ${channel} in ${showMonth(month)}, ${names.get(serviceId) ?? ''}, from this row on`
		}));
}
