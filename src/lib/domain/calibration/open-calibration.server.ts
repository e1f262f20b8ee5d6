import { eq } from 'drizzle-orm';
import { refused, done, type Outcome } from '#lib/domain/outcome.ts';
import type { Transaction } from '#lib/server/database.ts';
import { calibrations } from './tables.ts';
import type { CalibrationState } from './words.ts';

const said: Record<CalibrationState, string> = {
	scoring: 'The answers of this session are not shown yet.',
	revealed: 'The answers of this session are shown, so its scoring is over.',
	closed: 'This session is closed: everything in it stays as it is.'
};

/** A session as it stands within a write; refused where it is not, or no longer, in this state. */
export function inState(tx: Transaction, id: string, state: CalibrationState): Outcome<{ calibration: typeof calibrations.$inferSelect }> {
	const calibration = tx.select().from(calibrations).where(eq(calibrations.id, id)).get();
	if (!calibration) return refused('unknown', 'There is no such session.');
	return calibration.state === state ? done({ calibration }) : refused('state', said[calibration.state]);
}
