import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { ReviewStep } from './method.ts';
import { refusedUnlessOpen } from './open.server.ts';
import { journeyProgress } from './tables.ts';

/** What the team says of a step: done on which day, by whom, with which note. */
export type Marked = { step: ReviewStep; doneOn: string; by: string; note: string };

/** The steps of a review that its team has marked as done. */
export const progressOf = (db: Database, journeyId: string): Marked[] =>
	db
		.select({ step: journeyProgress.step, doneOn: journeyProgress.doneOn, by: people.name, note: journeyProgress.note })
		.from(journeyProgress)
		.innerJoin(people, eq(people.id, journeyProgress.doneBy))
		.where(eq(journeyProgress.journeyId, journeyId))
		.all();

const stepOf = (journeyId: string, step: ReviewStep) => and(eq(journeyProgress.journeyId, journeyId), eq(journeyProgress.step, step));

/** Marks a step of a review as done today. Refused where somebody has done so already, or the review is closed. */
export function markDone(
	db: Database,
	person: Person,
	journeyId: string,
	{ step, note }: { step: ReviewStep; note: string },
	today: string
): Outcome {
	return write(db, (tx) => {
		const closed = refusedUnlessOpen(tx, journeyId);
		if (closed) return closed;
		const before = progressOf(tx, journeyId).find((marked) => marked.step === step);
		if (before) return refused('already', `${before.by} marked this as done on ${showDay(before.doneOn)}`, 'note');
		tx.insert(journeyProgress).values({ journeyId, step, doneOn: today, doneBy: person.id, note }).run();
		const change = { step: { from: null, to: step }, note: { from: null, to: note } };
		record(tx, person, `marked ${step} as done in journey`, { kind: 'journey', id: journeyId }, change);
		return done();
	});
}

/** Takes back that a step is done; the note says why and stays in the audit trail. Taken back already changes nothing. */
export function takeBack(db: Database, person: Person, journeyId: string, { step, note }: { step: ReviewStep; note: string }): Outcome {
	return write(db, (tx) => {
		const closed = refusedUnlessOpen(tx, journeyId);
		if (closed) return closed;
		const taken = tx.delete(journeyProgress).where(stepOf(journeyId, step)).run();
		if (!taken.changes) return done();
		const change = { step: { from: step, to: null }, note: { from: null, to: note } };
		record(tx, person, `took back that ${step} is done in journey`, { kind: 'journey', id: journeyId }, change);
		return done();
	});
}
