import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, holds, id, inAnyCase, moment, version, yes } from '../../server/columns.ts';
import { oneToOnes } from '../one-to-ones/tables.ts';
import { staff } from '../organisation/tables.ts';

/** A course or briefing. */
export const trainingCourses = sqliteTable(
	'training_course',
	{
		id: id(),
		name: text('name').notNull(),
		about: text('about').notNull().default(''),
		/** Whether every advisor must have it. */
		required: yes('required').notNull().default(false),
		/** Months after which it is due again; null for once and for all. */
		everyMonths: integer('every_months'),
		retiredOn: day('retired_on'),
		version: version()
	},
	(t) => [
		uniqueIndex('training_course_by_name').on(inAnyCase(t.name)),
		holds('every_months_in_range', sql`${t.everyMonths} between 1 and 120`)
	]
);

/** That a member of staff is to take, or took, a course. */
export const trainingRecords = sqliteTable(
	'training_record',
	{
		id: id(),
		staffId: text('staff_id')
			.notNull()
			.references(() => staff.id),
		courseId: text('course_id')
			.notNull()
			.references(() => trainingCourses.id),
		/** By when it is to be taken, where it was agreed. */
		dueOn: day('due_on'),
		takenOn: day('taken_on'),
		oneToOneId: text('one_to_one_id').references(() => oneToOnes.id),
		note: text('note').notNull().default(''),
		recordedAt: moment('recorded_at').notNull(),
		recordedBy: text('recorded_by').notNull(),
		version: version()
	},
	(t) => [
		index('training_record_by_staff').on(t.staffId, t.courseId, t.takenOn),
		index('training_record_by_course').on(t.courseId),
		index('training_record_by_one_to_one').on(t.oneToOneId),
		holds('due_or_taken', sql`${t.dueOn} is not null or ${t.takenOn} is not null`)
	]
);
