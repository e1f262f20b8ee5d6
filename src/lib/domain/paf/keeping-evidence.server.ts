import { and, eq, inArray } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { forgetFile } from '#lib/domain/evidence/forgetting-file.server.ts';
import { keepFile } from '#lib/domain/evidence/keeping-file.server.ts';
import { evidenceOffered } from '#lib/domain/evidence/offering.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { auditThing } from './changing.server.ts';
import { assessmentByNumber, type PafAssessment } from './finding.server.ts';
import { mayScore } from './scoring.server.ts';
import { pafEvidence, pafFiles } from './tables.ts';

/** A score that this person may still change, and so what stands beside it: what was released is final. */
function open(tx: Transaction, person: Person, number: number): PafAssessment | Refused {
	const one = assessmentByNumber(tx, number);
	return one && mayScore(person, one) ? one : refused('not-yours', 'Evidence can be put beside a score only while it is yours to score');
}

/** Keeps an uploaded file with a score. The trail says that one came, not what it is called: its name may name people. */
export function keepBeside(
	db: Database,
	person: Person,
	number: number,
	{ upload, shows }: { upload: string; shows: string }
): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const one = open(tx, person, number);
		if ('ok' in one) return one;
		const file = keepFile(tx, person, upload);
		if (!file.ok) return file;
		const row = { assessmentId: one.id, sha256: file.sha256, fileName: file.fileName, shows, addedAt: now(), addedBy: person.id };
		const { id } = tx.insert(pafFiles).values(row).returning({ id: pafFiles.id }).get();
		record(tx, person, 'put a file beside a score', auditThing(one.id));
		return done({ id });
	});
}

/** Takes a file off a score again, and out of the database where nothing else has it. */
export function takeOff(db: Database, person: Person, number: number, id: string): Outcome {
	return write(db, (tx) => {
		const one = open(tx, person, number);
		if ('ok' in one) return one;
		const gone = tx
			.delete(pafFiles)
			.where(and(eq(pafFiles.assessmentId, one.id), eq(pafFiles.id, id)))
			.returning({ sha256: pafFiles.sha256 })
			.get();
		if (!gone) return done();
		forgetFile(tx, gone.sha256);
		record(tx, person, 'took a file off a score', auditThing(one.id));
		return done();
	});
}

/** What can be chosen from the library for a score: of its service and the council's, in the person's sight. */
export const evidenceForScore = (db: Database, person: Person, { serviceId }: Pick<PafAssessment, 'serviceId'>) =>
	evidenceOffered(db, person, [serviceId]);

/** Puts these pieces of the library beside a score. What the person may not see or use is neither added nor taken off. */
export function chooseBeside(db: Database, person: Person, number: number, ids: readonly string[]): Outcome {
	return write(db, (tx) => {
		const one = open(tx, person, number);
		if ('ok' in one) return one;
		const choices = evidenceForScore(tx, person, one).map(({ id }) => id);
		const there = tx.select({ id: pafEvidence.evidenceId }).from(pafEvidence).where(eq(pafEvidence.assessmentId, one.id)).all();
		const before = there.map(({ id }) => id);
		const added = choices.filter((id) => ids.includes(id) && !before.includes(id));
		const taken = choices.filter((id) => !ids.includes(id) && before.includes(id));
		if (!added.length && !taken.length) return done();
		if (added.length)
			tx.insert(pafEvidence)
				.values(added.map((evidenceId) => ({ assessmentId: one.id, evidenceId, addedBy: person.id, addedAt: now() })))
				.run();
		if (taken.length)
			tx.delete(pafEvidence)
				.where(and(eq(pafEvidence.assessmentId, one.id), inArray(pafEvidence.evidenceId, taken)))
				.run();
		const change = { pieces: { from: before.length, to: before.length + added.length - taken.length } };
		record(tx, person, 'changed the evidence beside a score', auditThing(one.id), change);
		return done();
	});
}
