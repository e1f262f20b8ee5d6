import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { columnMappings } from '#lib/domain/paf/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { imports } from '../tables.ts';
import { bare, headsKey, lacking, parts, type Mapping } from './columns.ts';
import { forgetFile, keepFile } from './kept-file.server.ts';
import { headsOf } from './reading-list.server.ts';

/** How the imports of interactions are told apart from all others. */
export const interactionsKind = 'interactions';
export const interactionsInto = 'PAF';

/** Keeps an uploaded list of interactions, to be checked. Refused where it is empty or too large. */
export async function startList(
	db: Database,
	person: Person,
	fileName: string,
	source: AsyncIterable<Uint8Array>
): Promise<Outcome<{ id: string }>> {
	const id = write(db, (tx) => {
		const values = { personId: person.id, kind: interactionsKind, into: interactionsInto, fileName: fileName.slice(0, 200), at: now() };
		const { id } = tx.insert(imports).values(values).returning({ id: imports.id }).get();
		record(tx, person, 'uploaded a file to check: interactions', { kind: 'import', id });
		return id;
	});
	const size = await keepFile(db, id, source);
	if (size) return done({ id });
	write(db, (tx) => {
		tx.update(imports).set({ state: 'discarded' }).where(eq(imports.id, id)).run();
		forgetFile(tx, id);
	});
	return size === 0
		? refused('empty', 'The file is empty', 'file')
		: refused('too-large', 'The file is larger than 100 MB. Split it into smaller files', 'file');
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
