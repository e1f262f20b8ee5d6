import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { columnMappings, imports } from '../tables.ts';
import { bare, headsKey, lacking, parts, type Mapping } from './columns.ts';
import { firstBytes, forgetFile, keepFile, keptBytes } from './kept-file.server.ts';
import { headsOf } from './reading-list.server.ts';
import { isWorkbook } from './workbook-list.ts';

/** How the imports of interactions are told apart from all others. */
export const interactionsKind = 'interactions';
export const interactionsInto = 'PAF';

/** Makes text of a workbook; heavy, so it is given from where it runs in a thread of its own. */
export type ReadWorkbook = (file: { name: string; bytes: Uint8Array }) => Promise<Outcome<{ text: string }>>;

/** Keeps an uploaded list of interactions, to be checked. Refused where it is empty, too large, or a workbook that cannot be read. */
export async function startList(
	db: Database,
	person: Person,
	fileName: string,
	source: AsyncIterable<Uint8Array>,
	readWorkbook: ReadWorkbook
): Promise<Outcome<{ id: string }>> {
	const id = write(db, (tx) => {
		const values = { personId: person.id, kind: interactionsKind, into: interactionsInto, fileName: fileName.slice(0, 200), at: now() };
		const { id } = tx.insert(imports).values(values).returning({ id: imports.id }).get();
		record(tx, person, 'uploaded a file to check: interactions', { kind: 'import', id });
		return id;
	});
	const size = await keepFile(db, id, source);
	const problem =
		size === null
			? refused('too-large', 'The file is larger than 100 MB. Split it into smaller files', 'file')
			: await unpacked(db, id, fileName, readWorkbook);
	if (!problem) return done({ id });
	write(db, (tx) => {
		tx.update(imports).set({ state: 'discarded' }).where(eq(imports.id, id)).run();
		forgetFile(tx, id);
	});
	return problem;
}

/** Puts the text of a workbook in its place. Gives what is wrong, or null. */
async function unpacked(db: Database, id: string, name: string, readWorkbook: ReadWorkbook): Promise<Refused | null> {
	const first = firstBytes(db, id);
	if (!first) return refused('empty', 'The file is empty', 'file');
	if (!isWorkbook(first)) return first.includes(0) && first[0] !== 0xff && first[0] !== 0xfe ? notText : null;
	const read = await readWorkbook({ name, bytes: keptBytes(db, id) });
	if (!read.ok) return read;
	write(db, (tx) => forgetFile(tx, id));
	await keepFile(db, id, pieces(read.text));
	return null;
}

const notText = refused('wrong-type', 'The file is no list of rows. Choose a CSV or XLSX file', 'file');

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
	const encoder = new TextEncoder();
	for (let at = 0; at < text.length; at += 65_536) yield await Promise.resolve(encoder.encode(text.slice(at, at + 65_536)));
}

/** Remembers what the columns of a list mean, for it and for all files with the same heads. */
export function rememberMapping(db: Database, person: Person, importId: string, mapping: Mapping): Outcome {
	const found = headsOf(db, importId);
	if (!found) return refused('empty', 'The file is empty');
	const wanted = Object.fromEntries(parts.flatMap((part) => (mapping[part] ? [[part, mapping[part]]] : []))) as Mapping;
	const [problem] = lacking(wanted, found.heads);
	if (problem) return refused('lacking', problem.text, problem.part);
	return write(db, (tx) => {
		const columns = Object.fromEntries(Object.entries(wanted).map(([part, head]) => [part, head.startsWith('=') ? head : bare(head)]));
		const values = { heads: headsKey(found.heads), columns, savedAt: now(), savedBy: person.id };
		tx.insert(columnMappings).values(values).onConflictDoUpdate({ target: columnMappings.heads, set: values }).run();
		record(tx, person, 'chose what the columns of a list mean', { kind: 'import', id: importId });
		return done();
	});
}
