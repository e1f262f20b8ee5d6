import { and, asc, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { ReviewStep } from './method.ts';
import { journeys, lessons } from './tables.ts';

/** A lesson about the method: at which step, and what to do differently. */
export type Lesson = { step: ReviewStep; text: string };

export const lessonLabels = { step: 'Step of the review', text: 'What was learned' };

/** The lessons of a review, oldest first, with who noted each. */
export const lessonsOf = (db: Database, journeyId: string) =>
	db
		.select({
			id: lessons.id,
			step: lessons.step,
			text: lessons.text,
			by: people.name,
			notedAt: lessons.notedAt,
			takenUpIn: lessons.takenUpIn
		})
		.from(lessons)
		.innerJoin(people, eq(people.id, lessons.notedBy))
		.where(eq(lessons.journeyId, journeyId))
		.orderBy(asc(lessons.notedAt), asc(lessons.id))
		.all();

const one = (journeyId: string, id: string) => and(eq(lessons.journeyId, journeyId), eq(lessons.id, id));

/** One lesson of this journey; undefined where there is none such. */
export const lessonOf = (db: Database, journeyId: string, id: string) => db.select().from(lessons).where(one(journeyId, id)).get();

/** Lessons are still learned after a review is finished; of an abandoned one too. Taken up by the toolkit they stay as they are. */
const refusedTakenUp = (row: { takenUpIn: number | null }): Refused | null =>
	row.takenUpIn === null
		? null
		: refused('taken-up', `Version ${row.takenUpIn} of the toolkit has taken this lesson up, so it stays as it is. Add another one`);

/** Writes down a lesson. */
export function addLesson(db: Database, person: Person, journeyId: string, lesson: Lesson): Outcome<{ id: string }> {
	return write(db, (tx) => {
		if (!tx.select({ id: journeys.id }).from(journeys).where(eq(journeys.id, journeyId)).get())
			throw new Error(`There is no journey ${journeyId}`);
		const { id } = tx
			.insert(lessons)
			.values({ ...lesson, journeyId, notedBy: person.id, notedAt: now() })
			.returning({ id: lessons.id })
			.get();
		record(tx, person, 'noted lesson', { kind: 'lesson', id }, changesOf({}, lesson));
		return done({ id });
	});
}

/** Changes a lesson that is not taken up, from the version the person saw; stale, with both texts, where somebody saved since. */
export function changeLesson(
	db: Database,
	person: Person,
	journeyId: string,
	{ id, version, ...lesson }: Lesson & { id: string; version: number }
): Outcome {
	return write(db, (tx) => {
		const row = lessonOf(tx, journeyId, id);
		if (!row) return refused('gone', 'Somebody has removed this lesson. Go back to the list');
		const refusal = refusedTakenUp(row) ?? staleLesson(tx, row, { id, version, ...lesson });
		if (refusal) return refusal;
		const change = changesOf<Lesson>(row, lesson);
		if (!Object.keys(change).length) return done();
		tx.update(lessons)
			.set({ ...lesson, version: version + 1 })
			.where(one(journeyId, id))
			.run();
		record(tx, person, 'changed lesson', { kind: 'lesson', id }, change);
		return done();
	});
}

const staleLesson = (
	tx: Transaction,
	row: typeof lessons.$inferSelect,
	{ id, version, ...lesson }: Lesson & { id: string; version: number }
): Refused | null => (row.version === version ? null : staleSave(tx, { kind: 'lesson', id }, row, lesson, lessonLabels));

/** Removes a lesson that is not taken up; the audit trail keeps its text. Removed already changes nothing. */
export function removeLesson(db: Database, person: Person, journeyId: string, id: string): Outcome {
	return write(db, (tx) => {
		const row = lessonOf(tx, journeyId, id);
		if (!row) return done();
		const refusal = refusedTakenUp(row);
		if (refusal) return refusal;
		tx.delete(lessons).where(one(journeyId, id)).run();
		record(tx, person, 'removed lesson', { kind: 'lesson', id }, { text: { from: row.text, to: null } });
		return done();
	});
}
