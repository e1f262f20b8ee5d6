import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { now } from '#lib/server/clock.ts';
import { keepBaseline } from './baseline.server.ts';
import { keepResultsOf, overtakeInherited } from '#lib/domain/results/keeping-results.server.ts';
import { lastSnapshot } from '#lib/domain/snapshots/keeping-snapshots.server.ts';
import { move, readyFor } from './moving.server.ts';
import { gaps } from '#lib/domain/results/tables.ts';
import { snapshots } from '#lib/domain/snapshots/tables.ts';

/**
 * Takes an agreed assessment back to draft, with a reason (DOMAIN section 2.3). Its snapshots stay, the newest with who
 * reopened it and why; the agreed columns are emptied, and a baseline stays the baseline. What the moderator decided
 * stays beside the answers: handed in again, only what changed is moderated anew.
 */
export function reopen(
	db: Database,
	person: Person,
	{ reason, ...asked }: { id: string; version: number; reason: string },
	today: string
): Outcome {
	return write(db, (tx) => {
		const ready = readyFor(tx, person, 'reopen', asked);
		if (!ready.ok) return ready;
		if (reason.trim() === '') return refused('no-reason', 'Give the reason for reopening', 'reason');
		const { assessment } = ready;
		const last = lastSnapshot(tx, assessment.id);
		if (last)
			tx.update(snapshots)
				.set({ reopenedAt: now(), reopenedBy: person.id, reopenReason: reason.trim() })
				.where(eq(snapshots.id, last.id))
				.run();
		const moved = move(tx, person, 'reopen', assessment, emptied, `reopened the assessment: ${reason.trim()}`);
		tx.delete(gaps).where(eq(gaps.assessmentId, assessment.id)).run();
		keepResultsOf(tx, moved, today);
		keepBaseline(tx, assessment.serviceId, assessment.frameworkVersionId);
		if (assessment.service.kind === 'corporate') overtakeInherited(tx, assessment.frameworkVersionId, today);
		return done();
	});
}

const emptied = {
	submittedBy: null,
	submittedAt: null,
	submittedOn: null,
	moderatorId: null,
	moderatedAt: null,
	agreedBy: null,
	agreedAt: null,
	agreedOn: null,
	agreedLevel: null,
	agreedAward: null,
	agreedIndex: null,
	overrideLevel: null,
	overrideReason: null,
	overrideBy: null,
	overrideAt: null
};
