import { and, eq, gt, isNotNull, or, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { now } from '#lib/server/clock.ts';
import { canSubmit } from '#lib/domain/results/completeness.ts';
import { keepResultsOf } from '#lib/domain/results/keeping-results.server.ts';
import { move, readyFor } from './moving.server.ts';
import { answersOf } from '#lib/domain/assessments/reading.server.ts';
import { answerEvidence, answers } from '#lib/domain/assessments/tables.ts';
import { moderations } from './tables.ts';
import { counted, listed } from '#lib/domain/results/wording.ts';

/**
 * Hands an assessment to moderation and freezes its answers (DOMAIN section 2.3). Refused while a criterion is
 * unanswered. From here on evidence is judged on `today`, the day of submission.
 *
 * Handed in again after changes, what the moderator decided before still stands, except where the answer or its
 * evidence changed since: there the remark stays and the decision is open again.
 */
export function submit(db: Database, person: Person, asked: { id: string; version: number }, today: string): Outcome {
	return write(db, (tx) => {
		const ready = readyFor(tx, person, 'submit', asked);
		if (!ready.ok) return ready;
		const { assessment } = ready;
		const { missing } = canSubmit(frameworkOf(tx, assessment.frameworkVersionId), answersOf(tx, assessment));
		if (missing.length)
			return refused(
				'incomplete',
				`Answer every criterion before you submit. ${counted(missing.length, 'is', 'are')} not answered: ${listed(missing.map(({ criterion }) => criterion))}.`
			);
		const submitted = { submittedBy: person.id, submittedAt: now(), submittedOn: today, changesRequested: null, moderatedAt: null };
		const moved = move(tx, person, 'submit', assessment, submitted, 'submitted the assessment');
		openChanged(tx, assessment.id);
		keepResultsOf(tx, moved, today);
		return done();
	});
}

/** Opens again what was decided about answers that changed since. */
function openChanged(tx: Transaction, assessmentId: string) {
	const { assessmentId: of, criterion, moderatedAt, version } = moderations;
	const changed = tx
		.select({ one: sql`1` })
		.from(answers)
		.where(and(eq(answers.assessmentId, of), eq(answers.criterion, criterion), gt(answers.answeredAt, moderatedAt)));
	const proved = tx
		.select({ one: sql`1` })
		.from(answerEvidence)
		.where(and(eq(answerEvidence.assessmentId, of), eq(answerEvidence.criterion, criterion), gt(answerEvidence.addedAt, moderatedAt)));
	tx.update(moderations)
		.set({ rating: null, notApplicableAccepted: null, version: sql`${version} + 1` })
		.where(
			and(
				eq(of, assessmentId),
				or(isNotNull(moderations.rating), isNotNull(moderations.notApplicableAccepted)),
				or(sql`exists ${changed}`, sql`exists ${proved}`)
			)
		)
		.run();
}
