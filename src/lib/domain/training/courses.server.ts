import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import { write, type Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { trainingCourses } from './tables.ts';

export type CourseDetails = { name: string; about: string; required: boolean; everyMonths: number | null };
export type CourseRow = typeof trainingCourses.$inferSelect;
const labels = {
	name: 'Name',
	about: 'What it is about',
	required: 'Every advisor must have it',
	everyMonths: 'Months after which it is due again',
	retiredOn: 'Given no longer from'
};
const thing = (id: string) => ({ kind: 'training course', id });

/** Every course, those given no longer last. */
export const allCourses = (db: Database): CourseRow[] =>
	db
		.select()
		.from(trainingCourses)
		.orderBy(sql`${trainingCourses.retiredOn} is not null`, asc(inAnyCase(trainingCourses.name)))
		.all();

/** A course of an address; 404 for none. */
export const courseById = (db: Database, id: string): CourseRow =>
	db.select().from(trainingCourses).where(eq(trainingCourses.id, id)).get() ?? notFound();

const sameName = (db: Database, name: string, id = '') =>
	db
		.select({ id: trainingCourses.id })
		.from(trainingCourses)
		.where(and(eq(inAnyCase(trainingCourses.name), name), ne(trainingCourses.id, id)))
		.get();

const twice = (name: string) => refused('twice', `There is a course called ${name} already`, 'name');

/** Adds a course that staff can take. */
export function addCourse(db: Database, person: Person | null, details: CourseDetails): Outcome<{ id: string }> {
	return write(db, (tx) => {
		if (sameName(tx, details.name)) return twice(details.name);
		const { id } = tx.insert(trainingCourses).values(details).returning({ id: trainingCourses.id }).get();
		record(tx, person, 'added a training course', thing(id), changesOf({}, details));
		return done({ id });
	});
}

/** Changes a course, or says that it is given no longer; what was taken stays on record. */
export function saveCourse(
	db: Database,
	person: Person,
	course: CourseRow,
	input: CourseDetails & { retired: boolean; version: number },
	today: string
): Outcome {
	const { version, retired, ...details } = input;
	return write(db, (tx) => {
		const stands = courseById(tx, course.id);
		const wanted = { ...details, retiredOn: retired ? (stands.retiredOn ?? today) : null };
		if (stands.version !== version) return staleSave<CourseRow>(tx, thing(course.id), stands, wanted, labels);
		if (sameName(tx, details.name, course.id)) return twice(details.name);
		const change = changesOf<CourseRow>(stands, wanted);
		if (!Object.keys(change).length) return done();
		tx.update(trainingCourses)
			.set({ ...wanted, version: version + 1 })
			.where(eq(trainingCourses.id, course.id))
			.run();
		record(tx, person, 'changed a training course', thing(course.id), change);
		return done();
	});
}
