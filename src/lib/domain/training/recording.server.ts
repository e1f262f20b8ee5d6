import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { mayLead, type StaffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { trainingCourses, trainingRecords } from './tables.ts';

const thing = (id: string) => ({ kind: 'training', id });
const notLeader = refused('not-leader', 'Only the leader of the team records training');

const givenCourse = (tx: Transaction, id: string) =>
	tx
		.select()
		.from(trainingCourses)
		.where(and(eq(trainingCourses.id, id), isNull(trainingCourses.retiredOn)))
		.get();

const openRecord = (tx: Transaction, staffId: string, courseId: string) =>
	tx
		.select()
		.from(trainingRecords)
		.where(and(eq(trainingRecords.staffId, staffId), eq(trainingRecords.courseId, courseId), isNull(trainingRecords.takenOn)))
		.orderBy(asc(trainingRecords.dueOn))
		.get();

/** Agrees that a member of staff takes a course by a day. One open agreement a course: agreeing again moves its day. */
export function agreeTraining(
	db: Database,
	person: Person,
	member: StaffSeen,
	{ courseId, dueOn, oneToOneId }: { courseId: string; dueOn: string; oneToOneId: string | null }
): Outcome<{ id: string }> {
	if (!mayLead(person, member)) return notLeader;
	return write(db, (tx) => {
		const course = givenCourse(tx, courseId);
		if (!course) return refused('no-course', 'Choose a course', 'courseId');
		const open = openRecord(tx, member.id, courseId);
		const change = { course: { from: null, to: course.name }, dueOn: { from: open?.dueOn ?? null, to: dueOn } };
		if (open) {
			tx.update(trainingRecords)
				.set({ dueOn, oneToOneId: oneToOneId ?? open.oneToOneId, version: open.version + 1 })
				.where(eq(trainingRecords.id, open.id))
				.run();
			record(tx, person, 'moved agreed training', thing(open.id), change);
			return done({ id: open.id });
		}
		const values = { staffId: member.id, courseId, dueOn, oneToOneId, recordedAt: now(), recordedBy: person.id };
		const { id } = tx.insert(trainingRecords).values(values).returning({ id: trainingRecords.id }).get();
		record(tx, person, 'agreed training', thing(id), change);
		return done({ id });
	});
}

/** Records that a course was taken; fulfils what was agreed about it, if anything. */
export function recordTraining(
	db: Database,
	person: Person,
	member: StaffSeen,
	{ courseId, takenOn, note }: { courseId: string; takenOn: string; note: string },
	today: string
): Outcome<{ id: string }> {
	if (!mayLead(person, member)) return notLeader;
	if (takenOn > today) return refused('future', 'The day it was taken must be today or in the past', 'takenOn');
	return write(db, (tx) => {
		const course = givenCourse(tx, courseId);
		if (!course) return refused('no-course', 'Choose a course', 'courseId');
		const open = openRecord(tx, member.id, courseId);
		const change = { course: { from: null, to: course.name }, takenOn: { from: null, to: takenOn } };
		const recorded = { takenOn, note, recordedAt: now(), recordedBy: person.id };
		const id = open
			? (tx
					.update(trainingRecords)
					.set({ ...recorded, version: open.version + 1 })
					.where(eq(trainingRecords.id, open.id))
					.run(),
				open.id)
			: tx
					.insert(trainingRecords)
					.values({ ...recorded, staffId: member.id, courseId })
					.returning({ id: trainingRecords.id })
					.get().id;
		record(tx, person, 'recorded training', thing(id), change);
		return done({ id });
	});
}
