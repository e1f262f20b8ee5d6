import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { keepResults } from '#lib/domain/results/keeping-results.server.ts';
import { isAnswerable } from '#lib/domain/assessments/status.ts';
import { answerEvidence, assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { NewContent } from './content.ts';
import { usableAmong } from './choosing.server.ts';
import { addEvidence, type Details } from './keeping.server.ts';
import { evidence } from './tables.ts';

/** A criterion of an assessment; who asks has been let in to answer it. */
export type Place = { assessmentId: string; criterion: string };

/** An assessment that evidence can still be put to; refused once its answers are frozen or its cycle is closed. DOMAIN section 2.3. */
function openAssessment(tx: Transaction, id: string): { ok: true; serviceId: string } | Refused {
	const found = tx
		.select({ serviceId: assessments.serviceId, status: assessments.status, cycle: { closedAt: cycles.closedAt } })
		.from(assessments)
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.where(eq(assessments.id, id))
		.get();
	if (found && isAnswerable(found)) return { ok: true, serviceId: found.serviceId };
	const why = found?.cycle.closedAt ? 'its cycle is closed' : 'this assessment has been submitted';
	return refused('frozen', `Evidence can no longer be added or taken off here: ${why}`);
}

/**
 * Lets pieces of evidence support a criterion. They must be in the person's sight, not withdrawn, and the service's
 * own or corporate. What supports it already stays as it is. The result is worked out anew in the same transaction.
 */
export function attachEvidence(
	db: Database,
	person: Person,
	place: Place,
	ids: readonly string[],
	today: string
): Outcome<{ attached: number }> {
	return write(db, (tx) => {
		const open = openAssessment(tx, place.assessmentId);
		if (!open.ok) return open;
		if (!ids.length) return refused('none-chosen', 'Choose at least one piece of evidence', 'evidence[]');
		const usable = usableAmong(tx, person, open.serviceId, ids);
		if (ids.some((id) => !usable.has(id)))
			return refused('unknown-evidence', 'Choose from the evidence shown: some of it cannot be used here any more', 'evidence[]');
		const rows = ids.map((evidenceId) => ({ ...place, evidenceId, addedBy: person.id, addedAt: now() }));
		const added = tx.insert(answerEvidence).values(rows).onConflictDoNothing().returning({ id: answerEvidence.evidenceId }).all();
		if (added.length) recordAndKeep(tx, person, place, { from: [], to: added.map(({ id }) => id) }, today);
		return done({ attached: added.length });
	});
}

/** Adds a new piece of evidence to the assessment's service and lets it support the criterion, both or neither. */
export function addEvidenceTo(
	db: Database,
	person: Person,
	place: Place,
	details: Details,
	content: NewContent,
	today: string
): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const open = openAssessment(tx, place.assessmentId);
		if (!open.ok) return open;
		const added = addEvidence(tx, person, open.serviceId, details, content);
		if (!added.ok) return added;
		tx.insert(answerEvidence)
			.values({ ...place, evidenceId: added.id, addedBy: person.id, addedAt: now() })
			.run();
		recordAndKeep(tx, person, place, { from: [], to: [added.id] }, today);
		return added;
	});
}

/** Takes a piece of evidence off a criterion. It stays in the library. */
export function detachEvidence(db: Database, person: Person, place: Place, id: string, today: string): Outcome {
	return write(db, (tx) => {
		const open = openAssessment(tx, place.assessmentId);
		if (!open.ok) return open;
		const row = and(
			eq(answerEvidence.assessmentId, place.assessmentId),
			eq(answerEvidence.criterion, place.criterion),
			eq(answerEvidence.evidenceId, id)
		);
		if (tx.delete(answerEvidence).where(row).run().changes) recordAndKeep(tx, person, place, { from: [id], to: [] }, today);
		return done();
	});
}

function recordAndKeep(
	tx: Transaction,
	person: Person,
	{ assessmentId, criterion }: Place,
	ids: { from: string[]; to: string[] },
	today: string
) {
	const titles = tx
		.select({ title: evidence.title })
		.from(evidence)
		.where(inArray(evidence.id, [...ids.from, ...ids.to]))
		.orderBy(asc(evidence.title))
		.all()
		.map(({ title }) => title);
	const what = `${ids.to.length ? 'added evidence to' : 'took evidence off'} criterion ${criterion}: ${titles.join(', ')}`;
	record(tx, person, what, { kind: 'assessment', id: assessmentId }, { evidence: ids });
	keepResults(tx, assessmentId, today);
}
