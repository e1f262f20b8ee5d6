import { and, eq } from 'drizzle-orm';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import type { Transaction } from '#lib/server/database.ts';
import type { Meeting } from './finding.server.ts';
import { meetings } from './tables.ts';

/**
 * A meeting as it stands within a write: refused where it is closed or cancelled, or where somebody changed it since the
 * person looked at `version`. What is refused here has no text to compare: the page is to be read again.
 */
export function openMeeting(tx: Transaction, { id }: Pick<Meeting, 'id'>, version?: number): Outcome<{ meeting: Meeting }> {
	const meeting = tx.select().from(meetings).where(eq(meetings.id, id)).get();
	if (!meeting) return refused('unknown', 'There is no such meeting.');
	if (meeting.state === 'held')
		return refused('closed', 'This meeting is closed: its agenda, its members and its decisions stay as they are.');
	if (meeting.state === 'cancelled') return refused('cancelled', 'This meeting was cancelled.');
	if (version !== undefined && meeting.version !== version)
		return refused('stale', 'Somebody changed this meeting while you were reading. Open the page again to see how it stands.');
	return done({ meeting });
}

/** Counts a change of a meeting's agenda or members, so that a save made from an older page is noticed. */
export const nextVersion = (tx: Transaction, { id, version }: Pick<Meeting, 'id' | 'version'>): void => {
	tx.update(meetings)
		.set({ version: version + 1 })
		.where(and(eq(meetings.id, id), eq(meetings.version, version)))
		.run();
};
