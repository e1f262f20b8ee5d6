import { and, eq, sql } from 'drizzle-orm';
import { asideOf, keptPerDatabase, type Database } from '#lib/server/database.ts';
import { filePieces } from './tables.ts';

const prepared = keptPerDatabase((db) =>
	asideOf(db)
		.select({ bytes: filePieces.bytes })
		.from(filePieces)
		.where(and(eq(filePieces.file, sql.placeholder('file')), eq(filePieces.number, sql.placeholder('number'))))
		.prepare()
);

/** One piece of a file, from 0; null after the last. */
export const pieceOf = (db: Database, pieces: string, number: number): Buffer | null =>
	prepared(db).get({ file: pieces, number })?.bytes ?? null;

/** A file as a stream that reads a piece when it is asked for one: memory stays the same however large the file is. */
export function streamOf(db: Database, pieces: string): ReadableStream<Uint8Array> {
	let number = 0;
	return new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				const bytes = pieceOf(db, pieces, number++);
				if (bytes) controller.enqueue(bytes);
				else controller.close();
			}
		},
		{ highWaterMark: 0 }
	);
}
