import { addDays, addMonths } from '../calendar/dates.ts';

/** So many days ahead training counts as due soon. */
export const soonDays = 60;

export type Course = { id: string; name: string; required: boolean; everyMonths: number | null };
export type Taken = { courseId: string; dueOn: string | null; takenOn: string | null };
export const dueStates = ['overdue', 'due soon', 'later', 'taken'] as const;
export type DueState = (typeof dueStates)[number];
export type TrainingDue = {
	courseId: string;
	course: string;
	dueOn: string | null;
	lastTaken: string | null;
	state: DueState;
	why: string;
};

/**
 * How one person stands with one course; null where nothing is asked of them and nothing was taken. A day agreed with them comes
 * first; a required course is due at once until taken, and again so many months after it was. Tamworth 4.3, Northampton answer 14.
 */
export function standingOf(course: Course, records: readonly Taken[], today: string): TrainingDue | null {
	const own = records.filter(({ courseId }) => courseId === course.id);
	const lastTaken =
		own
			.flatMap(({ takenOn }) => (takenOn ? [takenOn] : []))
			.sort()
			.at(-1) ?? null;
	const agreed = own.flatMap(({ dueOn, takenOn }) => (dueOn && !takenOn ? [dueOn] : [])).sort()[0] ?? null;
	const again = lastTaken && course.everyMonths ? addMonths(lastTaken, course.everyMonths) : null;
	const named = { courseId: course.id, course: course.name, lastTaken };
	const at = (dueOn: string, why: string): TrainingDue => ({
		...named,
		dueOn,
		state: dueOn < today ? 'overdue' : dueOn <= addDays(today, soonDays) ? 'due soon' : 'later',
		why
	});
	if (agreed) return at(agreed, 'agreed in a one-to-one or by the leader');
	if (course.required && !lastTaken) return { ...named, dueOn: null, state: 'overdue', why: 'required, never taken' };
	if (again && (course.required || again >= today)) return at(again, `every ${course.everyMonths} months`);
	return lastTaken ? { ...named, dueOn: null, state: 'taken', why: course.everyMonths ? 'not required' : 'taken for good' } : null;
}
