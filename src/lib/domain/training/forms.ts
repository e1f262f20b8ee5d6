import * as v from 'valibot';
import { chosen, day, line, optionalLine, text, tick, version } from '../../server/fields.ts';

const courseFields = {
	name: line('the name of the course', 'Name', 120),
	about: text('What it is about', 1000),
	required: tick,
	everyMonths: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^$|^([1-9]|[1-9]\d|1[01]\d|120)$/, 'Enter a whole number of months from 1 to 120, or leave it empty'),
		v.transform((typed) => (typed === '' ? null : Number(typed)))
	)
};

export const newCourseForm = v.object(courseFields);
export const courseForm = v.object({ ...courseFields, retired: tick, version });
export const takenForm = v.object({
	courseId: chosen('Choose a course'),
	takenOn: day('the day it was taken'),
	note: optionalLine('Note', 500)
});
