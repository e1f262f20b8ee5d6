import { eq } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { now } from '#lib/server/clock.ts';
import { baselineOf, keepBaseline } from './baseline.server.ts';
import { keepResultsOf, overtakeInherited } from '#lib/domain/results/keeping-results.server.ts';
import { keepSnapshot, lastSnapshot } from '#lib/domain/snapshots/keeping-snapshots.server.ts';
import { move, readyFor, type AssessmentRow } from './moving.server.ts';
import { panelDecision, type Panel } from './panel-decision.ts';
import { standingIn, type Snapshot } from '#lib/domain/snapshots/snapshot.ts';
import { snapshotNow } from '#lib/domain/snapshots/taking-snapshots.server.ts';
import { gaps } from '#lib/domain/results/tables.ts';

/**
 * Agrees a moderated assessment: the service manager accepts, or the board's chair signs off (DOMAIN section 2.3).
 * Writes the snapshot and the result that stands, makes the first agreed assessment of a service on a framework its
 * baseline, and keeps what blocks the next award. `panel` is the chair's decision, where the board overrides at once.
 *
 * Where the corporate assessment is agreed, the kept results of assessments that inherit from it are marked in the same
 * transaction and worked out again in small pieces afterwards.
 */
export function agree(
	db: Database,
	person: Person,
	{ panel, ...asked }: { id: string; version: number; panel?: Panel },
	today: string
): Outcome<{ level: number | null; award: string | null }> {
	return write(db, (tx) => {
		const ready = readyFor(tx, person, 'agree', asked);
		if (!ready.ok) return ready;
		const { assessment } = ready;
		if (panel && !can(person, 'override', assessment)) return refused('not-allowed', 'Only the chair of the board can override a result.');
		const at = now();
		const by = { id: person.id, name: person.name };
		const number = (lastSnapshot(tx, assessment.id)?.number ?? 0) + 1;
		const computed = snapshotNow(tx, assessment, number, { by, at, on: today });
		const decided = panel && panelDecision(frameworkOf(tx, assessment.frameworkVersionId), computed, panel, { by, at });
		if (decided && !decided.ok) return decided;
		const snapshot: Snapshot = decided ? { ...computed, panel: decided.decision } : computed;
		keepSnapshot(tx, snapshot, person.id);
		const standing = standingIn(snapshot);
		const set = {
			agreedBy: person.id,
			agreedAt: at,
			agreedOn: today,
			...columnsOf(snapshot),
			isBaseline: assessment.isBaseline || !baselineOf(tx, assessment.serviceId, assessment.frameworkVersionId)
		};
		const what = decided ? 'agreed the assessment by panel decision' : 'agreed the assessment';
		const moved = move(tx, person, 'agree', assessment, set, what);
		keepResultsOf(tx, moved, today);
		keepGaps(tx, moved, snapshot);
		keepBaseline(tx, assessment.serviceId, assessment.frameworkVersionId);
		if (assessment.service.kind === 'corporate') overtakeInherited(tx, assessment.frameworkVersionId, today);
		return done({ level: standing.level, award: standing.award });
	});
}

/** The columns of the assessment that a snapshot decides. */
export function columnsOf(snapshot: Snapshot) {
	const { level, award, index } = standingIn(snapshot);
	const { panel } = snapshot;
	return {
		agreedLevel: level,
		agreedAward: award,
		agreedIndex: index,
		overrideLevel: panel?.level ?? null,
		overrideReason: panel?.reason ?? null,
		overrideBy: panel?.by.id ?? null,
		overrideAt: panel?.at ?? null
	};
}

/** What blocks the next award by the worked-out level: a panel decision moves the award, not the work that is left. */
function keepGaps(tx: Transaction, { id, cycleId }: AssessmentRow, { results }: Snapshot) {
	tx.delete(gaps).where(eq(gaps.assessmentId, id)).run();
	const rows = (results.agreed.nextAward?.blockers ?? []).map(({ criterion, why }) => ({ assessmentId: id, cycleId, criterion, why }));
	if (rows.length) tx.insert(gaps).values(rows).run();
}
