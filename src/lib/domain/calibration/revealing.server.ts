import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { assessorsOf } from './assessors.server.ts';
import type { Calibration } from './finding.server.ts';
import { inState } from './open-calibration.server.ts';
import { calibrations } from './tables.ts';
import type { CalibrationState } from './words.ts';

type Standing = typeof calibrations.$inferSelect;

function moveOn(tx: Transaction, person: Person, stands: Standing, to: CalibrationState, what: string): Outcome {
	const { id, version } = stands;
	const at = to === 'revealed' ? { revealedAt: now() } : { closedAt: now() };
	tx.update(calibrations)
		.set({ state: to, ...at, version: version + 1 })
		.where(and(eq(calibrations.id, id), eq(calibrations.version, version)))
		.run();
	record(
		tx,
		person,
		`${what} calibration ${stands.number}`,
		{ kind: 'calibration', id },
		changesOf({ state: stands.state }, { state: to })
	);
	return done();
}

/**
 * Ends the scoring and shows the answers. Refused until two assessors, the expert apart, have completed an interaction. What is not
 * complete by then is left out for good: it could no longer be scored blindly. DOMAIN section 5.2.
 */
export function reveal(db: Database, person: Person, { id }: Calibration): Outcome {
	return write(db, (tx) => {
		const open = inState(tx, id, 'scoring');
		if (!open.ok) return open;
		const ready = assessorsOf(tx, id).filter(({ isKey, completed }) => !isKey && completed > 0).length;
		if (ready < 2) return refused('too-few', 'At least two assessors beside the expert must have completed an interaction first.');
		return moveOn(tx, person, open.calibration, 'revealed', 'showed the answers of');
	});
}

/** Closes a session that was talked over: its notes stay as they are. */
export function closeCalibration(db: Database, person: Person, { id }: Calibration): Outcome {
	return write(db, (tx) => {
		const open = inState(tx, id, 'revealed');
		return open.ok ? moveOn(tx, person, open.calibration, 'closed', 'closed') : open;
	});
}
