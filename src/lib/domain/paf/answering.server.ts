import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { asShown, auditThing, changeAssessment } from './changing.server.ts';
import type { PafAssessment } from './finding.server.ts';
import { appeals } from './tables.ts';

const answered: Partial<Record<PafAssessment['state'], string>> = {
	acknowledged: 'You acknowledged this score, so it stands',
	appealed: 'You appealed, and nobody has decided yet',
	upheld: 'Your appeal was decided',
	changed: 'Your appeal was decided',
	rejected: 'Your appeal was decided'
};

function own(tx: Transaction, person: Person, number: number, version: number): PafAssessment | Refused {
	const one = asShown(tx, number, version);
	if ('ok' in one) return one;
	if (one.aboutId !== person.id || one.releasedAt === null) return refused('not-yours', 'This score is not about you');
	return one.state === 'released' ? one : refused('answered', answered[one.state] ?? 'This was answered already');
}

/** The advisor has seen their score and accepts it. DOMAIN section 5.2. */
export function acknowledge(db: Database, person: Person, input: { number: number; version: number }): Outcome {
	return write(db, (tx) => {
		const one = own(tx, person, input.number, input.version);
		if ('ok' in one) return one;
		changeAssessment(tx, one, { state: 'acknowledged', acknowledgedAt: now() });
		record(tx, person, 'acknowledged a score', auditThing(one.id), { state: { from: one.state, to: 'acknowledged' } });
		return done();
	});
}

/** The advisor does not accept their score and says why, up to the last day of the window. It counts until it is decided. */
export function appeal(db: Database, person: Person, input: { number: number; why: string; version: number }, today: string): Outcome {
	return write(db, (tx) => {
		const one = own(tx, person, input.number, input.version);
		if ('ok' in one) return one;
		if (one.appealUntil && today > one.appealUntil)
			return refused('too-late', `You could appeal until ${showDay(one.appealUntil)}. Talk to your team leader`, 'why');
		tx.insert(appeals).values({ assessmentId: one.id, why: input.why, appealedAt: now(), appealedBy: person.id }).run();
		changeAssessment(tx, one, { state: 'appealed' });
		// why stays with the appeal: the trail is read by people who may not know it
		record(tx, person, 'appealed against a score', auditThing(one.id), { state: { from: one.state, to: 'appealed' } });
		return done();
	});
}
