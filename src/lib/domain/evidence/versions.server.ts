import { and, desc, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { fileKinds } from './file-kind.ts';
import { endingOf } from './file-name.ts';
import { findEvidence } from './finding.server.ts';
import { streamOf } from './sending.server.ts';
import { evidence, evidenceVersions, storedFiles } from './tables.ts';
import { contentInWords } from './wording.ts';

/** Every version of a piece, the newest first. The caller has looked the piece up through the person. */
export function versionsOf(db: Database, id: string) {
	const found = db
		.select({
			number: evidenceVersions.number,
			kind: evidence.kind,
			fileName: evidenceVersions.fileName,
			link: evidenceVersions.link,
			note: evidenceVersions.note,
			sha256: evidenceVersions.sha256,
			size: storedFiles.size,
			addedBy: people.name,
			addedAt: evidenceVersions.addedAt
		})
		.from(evidenceVersions)
		.innerJoin(evidence, eq(evidence.id, evidenceVersions.evidenceId))
		.leftJoin(people, eq(people.id, evidenceVersions.addedBy))
		.leftJoin(storedFiles, eq(storedFiles.sha256, evidenceVersions.sha256))
		.where(eq(evidenceVersions.evidenceId, id))
		.orderBy(desc(evidenceVersions.number))
		.all();
	return found.map((row) => ({ ...row, content: contentInWords({ ...row, ending: endingOf(row.fileName ?? '') }) }));
}

/** A file to send: its name, its content type by its kind, its size in bytes, and its bytes as a stream. */
export type Download = { name: string; type: string; size: number; stream: ReadableStream<Uint8Array> };

/** The file that a version of a piece holds; null where the person may not see the piece or there is no such file. */
export function downloadOf(db: Database, person: Person, id: string, number: number): Download | null {
	if (!findEvidence(db, person, id)) return null;
	const found = db
		.select({ fileName: evidenceVersions.fileName, size: storedFiles.size, pieces: storedFiles.pieces })
		.from(evidenceVersions)
		.innerJoin(storedFiles, eq(storedFiles.sha256, evidenceVersions.sha256))
		.where(and(eq(evidenceVersions.evidenceId, id), eq(evidenceVersions.number, number)))
		.get();
	if (!found?.fileName) return null;
	const type = fileKinds[endingOf(found.fileName)]?.type ?? 'application/octet-stream';
	return { name: found.fileName, type, size: found.size, stream: streamOf(db, found.pieces) };
}
