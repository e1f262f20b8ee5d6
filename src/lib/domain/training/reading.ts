import * as v from 'valibot';
import { readYaml } from '../../server/reading-yaml.ts';
import type { CourseDetails } from './courses.server.ts';

const course = v.strictObject({
	name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120)),
	about: v.pipe(v.string(), v.trim(), v.maxLength(1000)),
	required: v.boolean(),
	everyMonths: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)))
});
const file = v.strictObject({ courses: v.pipe(v.array(course), v.minLength(1)) });

export type CourseProblem = { line: number; field: string; text: string };

/** Reads the file of courses, and says everything that is wrong with it by line and field. */
export function readCourses(text: string): { ok: true; courses: CourseDetails[] } | { ok: false; problems: CourseProblem[] } {
	const yaml = readYaml(text);
	if (!yaml.ok) return { ok: false, problems: yaml.faults.map((fault) => ({ field: 'the file', ...fault })) };
	const { value, faults, lineOf } = yaml.read;
	const result = v.safeParse(file, value);
	const problems = [
		...faults.map((fault) => ({ field: 'the file', ...fault })),
		...(result.issues ?? []).map((issue) => {
			const path = (issue.path ?? []).map(({ key }) => key as string | number);
			return { line: lineOf(path), field: path.join(' → ') || 'the file', text: issue.message };
		})
	];
	if (!result.success || problems.length) return { ok: false, problems };
	return { ok: true, courses: result.output.courses.map((one) => ({ ...one, everyMonths: one.everyMonths ?? null })) };
}
