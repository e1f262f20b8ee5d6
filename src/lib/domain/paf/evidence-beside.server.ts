import { and, asc, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { findEvidence } from '#lib/domain/evidence/finding.server.ts';
import { streamOf } from '#lib/domain/evidence/sending.server.ts';
import { evidence, storedFiles } from '#lib/domain/evidence/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { pafEvidence, pafFiles } from './tables.ts';

/** The files kept with a score, in the order in which they came. Who may see the score is asked before. */
export const filesBeside = (db: Database, assessmentId: string) =>
	db
		.select({ id: pafFiles.id, fileName: pafFiles.fileName, shows: pafFiles.shows, size: storedFiles.size })
		.from(pafFiles)
		.innerJoin(storedFiles, eq(storedFiles.sha256, pafFiles.sha256))
		.where(eq(pafFiles.assessmentId, assessmentId))
		.orderBy(asc(pafFiles.addedAt), asc(pafFiles.id))
		.all();

/** The pieces of the library beside a score, by title. `mayOpen`: the person has them in their own library. */
export const piecesBeside = (db: Database, person: Person, assessmentId: string) =>
	db
		.select({ id: evidence.id, title: evidence.title, shows: evidence.shows })
		.from(pafEvidence)
		.innerJoin(evidence, eq(evidence.id, pafEvidence.evidenceId))
		.where(eq(pafEvidence.assessmentId, assessmentId))
		.orderBy(asc(evidence.title), asc(evidence.id))
		.all()
		.map((piece) => ({ ...piece, mayOpen: findEvidence(db, person, piece.id) !== null }));

/** A file of a score to send; null where there is none. Who may see the score is asked before. */
export function fileBeside(db: Database, assessmentId: string, id: string) {
	const found = db
		.select({ name: pafFiles.fileName, type: storedFiles.type, size: storedFiles.size, pieces: storedFiles.pieces })
		.from(pafFiles)
		.innerJoin(storedFiles, eq(storedFiles.sha256, pafFiles.sha256))
		.where(and(eq(pafFiles.assessmentId, assessmentId), eq(pafFiles.id, id)))
		.get();
	return found ? { ...found, stream: streamOf(db, found.pieces) } : null;
}
