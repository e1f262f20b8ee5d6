import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { stateMarks } from './details.ts';
import { factsOf } from './facts.server.ts';
import type { Journey } from './finding.server.ts';
import { missingToFinish } from './stand.ts';
import { journeys } from './tables.ts';

type State = Journey['state'];
/** `version` is that of the journey the person was looking at. */
type Closing = { state: State; reason: string; version: number };

/** Moves a review to another state with its audit line; stale where somebody changed the journey since. */
function moveTo(tx: Transaction, person: Person, journey: Journey, what: string, to: Closing & { on: string | null }): Outcome {
	const row = tx.select().from(journeys).where(eq(journeys.id, journey.id)).get()!;
	if (row.version !== to.version)
		return staleSave<{ state: string }>(
			tx,
			{ kind: 'journey', id: row.id },
			{ state: stateMarks[row.state].text, version: row.version },
			{ state: stateMarks[to.state].text },
			{ state: 'The review' }
		);
	tx.update(journeys)
		.set({ state: to.state, closedReason: to.state === 'abandoned' ? to.reason : null, closedOn: to.on, version: to.version + 1 })
		.where(and(eq(journeys.id, row.id), eq(journeys.version, to.version)))
		.run();
	const change = { state: { from: row.state, to: to.state }, ...(to.reason ? { reason: { from: row.closedReason, to: to.reason } } : {}) };
	record(tx, person, `${what} journey ${row.number}`, { kind: 'journey', id: row.id }, change);
	return done();
}

const notOpen = refused('closed', 'This review is closed already');

/** Finishes a review. Refused, saying what is missing, where it has no as-is step, finding or lesson, or a recommendation waits. DOMAIN section 4. */
export function finishReview(db: Database, person: Person, journey: Journey, version: number, today: string): Outcome {
	return write(db, (tx) => {
		if (journey.state !== 'open') return notOpen;
		const missing = missingToFinish(factsOf(tx, journey, today));
		if (missing.length) return refused('not-ready', `This review cannot be finished yet. ${missing.map(({ text }) => text).join('. ')}`);
		return moveTo(tx, person, journey, 'finished the review of', { state: 'finished', reason: '', version, on: today });
	});
}

/** Abandons a review, with a reason; what it holds stays to be read. */
export function abandonReview(
	db: Database,
	person: Person,
	journey: Journey,
	{ reason, version }: { reason: string; version: number },
	today: string
): Outcome {
	return write(db, (tx) => {
		if (journey.state !== 'open') return notOpen;
		if (!reason.trim()) return refused('no-reason', 'Enter why the review is abandoned', 'reason');
		return moveTo(tx, person, journey, 'abandoned the review of', { state: 'abandoned', reason, version, on: today });
	});
}

/** Opens a closed review again, with a reason, which stays in the audit trail. */
export function reopenReview(
	db: Database,
	person: Person,
	journey: Journey,
	{ reason, version }: { reason: string; version: number }
): Outcome {
	return write(db, (tx) => {
		if (journey.state === 'open') return refused('open', 'This review is open already');
		if (!reason.trim()) return refused('no-reason', 'Enter why the review is opened again', 'reason');
		return moveTo(tx, person, journey, 'reopened the review of', { state: 'open', reason, version, on: null });
	});
}
