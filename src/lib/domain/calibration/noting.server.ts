import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { Calibration } from './finding.server.ts';
import { inState } from './open-calibration.server.ts';
import { calibrationNotes } from './tables.ts';

export type Note = typeof calibrationNotes.$inferSelect;

/** The notes of a session, by question. */
export const notesOf = (db: Database, calibrationId: string): Map<string, Note> =>
	new Map(
		db
			.select()
			.from(calibrationNotes)
			.where(eq(calibrationNotes.calibrationId, calibrationId))
			.all()
			.map((note) => [note.question, note])
	);

/**
 * Keeps what was agreed about a question, from the reveal until the session is closed.
 * @param question one of the scorecard's
 */
export function saveNote(
	db: Database,
	person: Person,
	{ id }: Calibration,
	question: string,
	{ note, version }: { note: string; version: number }
): Outcome {
	return write(db, (tx) => {
		const open = inState(tx, id, 'revealed');
		if (!open.ok) return open;
		const here = and(eq(calibrationNotes.calibrationId, id), eq(calibrationNotes.question, question));
		const stands = tx.select().from(calibrationNotes).where(here).get();
		const thing = { kind: 'calibration', id };
		if (stands && stands.version !== version) return staleSave(tx, thing, stands, { note }, { note: 'Note' });
		if (!stands && version !== 0) return refused('gone', 'This note is gone. Open the page again.');
		if (stands?.note === note) return done();
		const saved = { note, savedAt: now(), savedBy: person.id };
		if (stands)
			tx.update(calibrationNotes)
				.set({ ...saved, version: version + 1 })
				.where(here)
				.run();
		else
			tx.insert(calibrationNotes)
				.values({ ...saved, calibrationId: id, question })
				.run();
		const what = `noted what was agreed about ${question} in calibration ${open.calibration.number}`;
		record(tx, person, what, thing, changesOf({ note: stands?.note ?? '' }, { note }));
		return done();
	});
}
