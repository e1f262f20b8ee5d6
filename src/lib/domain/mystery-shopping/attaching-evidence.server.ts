import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { keepFile } from '#lib/domain/evidence/keeping-file.server.ts';
import { streamOf } from '#lib/domain/evidence/sending.server.ts';
import { storedFiles } from '#lib/domain/evidence/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { refusedWhenClosed } from './keeping-waves.server.ts';
import { visitEvidence, visits } from './tables.ts';
import { withShopper } from './words.ts';

/** Keeps an uploaded photo or file with a shopper's own visit, while it is still theirs. */
export function attachToVisit(
	db: Database,
	person: Person,
	visitId: string,
	{ upload, shows }: { upload: string; shows: string }
): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const visit = tx.select().from(visits).where(eq(visits.id, visitId)).get();
		if (visit?.shopperId !== person.id) return refused('unknown', 'There is no such visit');
		const closed = refusedWhenClosed(tx, visit.waveId);
		if (closed) return closed;
		if (!withShopper.includes(visit.state)) return refused('done', `This visit is ${visit.state}: nothing on it changes any more`);
		const file = keepFile(tx, person, upload);
		if (!file.ok) return file;
		const row = { visitId, sha256: file.sha256, fileName: file.fileName, shows };
		const { id } = tx
			.insert(visitEvidence)
			.values({ ...row, addedBy: person.id, addedAt: now() })
			.returning({ id: visitEvidence.id })
			.get();
		record(
			tx,
			person,
			`added a file to visit ${visit.number}`,
			{ kind: 'visit', id: visitId },
			{ fileName: { from: null, to: file.fileName } }
		);
		return done({ id });
	});
}

/** A file of a visit to send; null where there is none. Who may see the visit is asked before. */
export function fileOfVisit(db: Database, visitId: string, id: string) {
	const found = db
		.select({ name: visitEvidence.fileName, type: storedFiles.type, size: storedFiles.size, pieces: storedFiles.pieces })
		.from(visitEvidence)
		.innerJoin(storedFiles, eq(storedFiles.sha256, visitEvidence.sha256))
		.where(and(eq(visitEvidence.visitId, visitId), eq(visitEvidence.id, id)))
		.get();
	return found ? { ...found, stream: streamOf(db, found.pieces) } : null;
}
