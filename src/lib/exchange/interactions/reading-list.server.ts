import { eq } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { bare, guessed, headsKey, lacking, type Mapping } from './columns.ts';
import { csvBlocks, type Line } from './csv-blocks.ts';
import { lettersOf, textOf } from './kept-file.server.ts';
import { columnMappings } from '../tables.ts';

/** The heads of a kept list, with what they mean as remembered or guessed; `known` where no part is lacking. */
export type Heads = { heads: string[]; mapping: Mapping; known: boolean; remembered: boolean };

/** Reads the heads of a kept list and what they mean. Throws `Unreadable` where it cannot be read. */
export function headsOf(db: Database, importId: string): Heads | null {
	const first = csvBlocks(textOf(db, importId, lettersOf(db, importId))).next().value as Line[] | undefined;
	const heads = [...(first?.[0]?.cells ?? [])];
	while (heads.at(-1) === '') heads.pop();
	if (!heads.length) return null;
	const kept = db
		.select()
		.from(columnMappings)
		.where(eq(columnMappings.heads, headsKey(heads)))
		.get();
	const mapping = kept ? asWritten(kept.columns, heads) : guessed(heads);
	return { heads, mapping, known: lacking(mapping, heads).length === 0, remembered: !!kept };
}

/** A mapping is remembered by the words of the heads, which may be written a little differently in another file. */
const asWritten = (columns: Record<string, string>, heads: readonly string[]): Mapping =>
	Object.fromEntries(Object.entries(columns).map(([part, word]) => [part, heads.find((head) => bare(head) === word) ?? word]));

/** The rows below the head of a kept list, a block at a time, with how the letters were read. */
export function* rowsOf(db: Database, importId: string): Generator<Line[]> {
	let isHead = true;
	for (const block of csvBlocks(textOf(db, importId, lettersOf(db, importId)))) {
		yield isHead ? block.slice(1) : block;
		if (block.length) isHead = false;
	}
}
