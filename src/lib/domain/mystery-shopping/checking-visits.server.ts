import { eq } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { completeForm } from '#lib/domain/scorecards/forms.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { refusedWhenClosed } from './keeping-waves.server.ts';
import { visits } from './tables.ts';
import type { Visit } from './visiting.server.ts';

type Check = (tx: Transaction, visit: Visit) => Refused | { set: Partial<Visit>; what: string };

/** Looks at a submitted visit as a second person: never the shopper's own. `version` is that of the visit that was seen. */
function check(db: Database, person: Person, id: string, version: number, how: Check): Outcome {
	return write(db, (tx) => {
		const visit = tx.select().from(visits).where(eq(visits.id, id)).get();
		if (!visit) return refused('unknown', 'There is no such visit');
		const closed = refusedWhenClosed(tx, visit.waveId);
		if (closed) return closed;
		if (!can(person, 'check visit', { serviceId: visit.serviceId, scoredBy: visit.shopperId }))
			return refused('not-yours', 'A visit is checked by somebody else than who made it');
		if (visit.version !== version)
			return refused('stale', 'Somebody changed this visit while you were reading. Open it again to see how it stands');
		const result = how(tx, visit);
		if ('ok' in result) return result;
		tx.update(visits)
			.set({ ...result.set, version: version + 1 })
			.where(eq(visits.id, id))
			.run();
		const state = { state: { from: visit.state, to: result.set.state } };
		const reason = result.set.mend || result.set.leftOutReason;
		record(
			tx,
			person,
			`${result.what} visit ${visit.number}`,
			{ kind: 'visit', id },
			reason ? { ...state, why: { from: null, to: reason } } : state
		);
		return done();
	});
}

const notSubmitted = (visit: Visit): Refused | null =>
	visit.state === 'submitted' ? null : refused('not-submitted', `This visit is ${visit.state}, so there is nothing to check`);

/** Accepts a submitted visit: its form is scored, and it counts from then on. DOMAIN section 5.1; issue 4 section 2. */
export const acceptVisit = (db: Database, person: Person, id: string, version: number): Outcome =>
	check(db, person, id, version, (tx, visit) => {
		const refusal = notSubmitted(visit);
		if (refusal) return refusal;
		const scored = completeForm(tx, person, visit.formId ?? '');
		return scored.ok ? { set: { state: 'checked', checkedAt: now(), checkedBy: person.id, mend: '' }, what: 'accepted' } : scored;
	});

/** Gives a submitted visit back to its shopper with what to mend. What an agency made is left out instead. */
export const sendBack = (db: Database, person: Person, id: string, { version, mend }: { version: number; mend: string }): Outcome =>
	check(db, person, id, version, (_, visit) => {
		if (visit.agency) return refused('agency', 'An agency made this visit: accept it, or leave it out with a reason');
		const refusal = notSubmitted(visit);
		if (refusal) return refusal;
		return { set: { state: 'sent back', mend, submittedAt: null }, what: 'sent back' };
	});

/** Leaves a visit out of all figures, with a reason: a wrong number, a service that was closed. Not once it was accepted and its wave is closed. */
export const leaveOut = (db: Database, person: Person, id: string, { version, reason }: { version: number; reason: string }): Outcome =>
	check(db, person, id, version, (_, visit) =>
		visit.state === 'left out'
			? refused('left-out', 'This visit was left out already')
			: { set: { state: 'left out', leftOutReason: reason }, what: 'left out' }
	);
