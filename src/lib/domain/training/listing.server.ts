import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { services, staff, teams } from '#lib/domain/organisation/tables.ts';
import { overStaff } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import { pageNumber } from '#lib/server/paging.ts';
import type { Database } from '#lib/server/database.ts';
import { dueStates, standingOf, type DueState, type TrainingDue } from './due.ts';
import { trainingCourses, trainingRecords } from './tables.ts';

/** The courses that are still given, by name. */
export const coursesNow = (db: Database) =>
	db
		.select()
		.from(trainingCourses)
		.where(isNull(trainingCourses.retiredOn))
		.orderBy(asc(inAnyCase(trainingCourses.name)))
		.all();

export type TrainingFilters = {
	team: string;
	course: string;
	state: DueState | 'now' | 'all';
	sort: 'due' | 'name' | 'course';
	page: number;
};

/** Reads the address of the list; what it does not know is passed over. 'now' is overdue or due soon. */
export const trainingFiltersIn = (query: URLSearchParams): TrainingFilters => ({
	team: query.get('team') ?? '',
	course: query.get('course') ?? '',
	state: ([...dueStates, 'all'] as const).find((state) => state === query.get('state')) ?? 'now',
	sort: (['name', 'course'] as const).find((sort) => sort === query.get('sort')) ?? 'due',
	page: pageNumber(query)
});

export type TrainingRow = TrainingDue & { staffId: string; name: string; team: string };

/** Everybody in the person's teams with each course that is asked of them or that they took: three queries. */
export function trainingListed(db: Database, person: Person, filters: TrainingFilters, today: string): TrainingRow[] {
	const members = db
		.select({ staffId: staff.id, name: staff.name, team: teams.name })
		.from(staff)
		.innerJoin(teams, eq(teams.id, staff.teamId))
		.innerJoin(services, eq(services.id, teams.serviceId))
		.where(
			and(
				overStaff(person, 'see staff results'),
				eq(staff.isAdvisor, true),
				isNull(staff.leftOn),
				filters.team ? eq(teams.id, filters.team) : undefined
			)
		)
		.orderBy(inAnyCase(staff.name))
		.all();
	const courses = coursesNow(db).filter(({ id }) => !filters.course || id === filters.course);
	const records = recordsOf(
		db,
		members.map(({ staffId }) => staffId)
	);
	const rows = members.flatMap((member) =>
		courses.flatMap((course) => {
			const due = standingOf(course, records.get(member.staffId) ?? [], today);
			return due ? [{ ...member, ...due }] : [];
		})
	);
	const wanted = rows.filter(({ state }) =>
		filters.state === 'all' ? true : filters.state === 'now' ? state === 'overdue' || state === 'due soon' : state === filters.state
	);
	const day = ({ dueOn, state }: TrainingRow) => dueOn ?? (state === 'overdue' ? '0000' : '9999');
	const byName = (a: TrainingRow, b: TrainingRow) => a.name.localeCompare(b.name) || a.course.localeCompare(b.course);
	if (filters.sort === 'due') wanted.sort((a, b) => day(a).localeCompare(day(b)) || byName(a, b));
	if (filters.sort === 'course') wanted.sort((a, b) => a.course.localeCompare(b.course) || byName(a, b));
	return wanted;
}

type Held = Pick<typeof trainingRecords.$inferSelect, 'staffId' | 'courseId' | 'dueOn' | 'takenOn'>;

function recordsOf(db: Database, staffIds: readonly string[]): Map<string, Held[]> {
	const { staffId, courseId, dueOn, takenOn } = trainingRecords;
	const found = staffIds.length
		? db
				.select({ staffId, courseId, dueOn, takenOn })
				.from(trainingRecords)
				.where(inArray(staffId, [...staffIds]))
				.all()
		: [];
	const byStaff = new Map<string, Held[]>();
	for (const one of found) byStaff.set(one.staffId, [...(byStaff.get(one.staffId) ?? []), one]);
	return byStaff;
}

/** How one person stands with every course that is asked of them or that they took. */
export function trainingDueOf(db: Database, staffId: string, today: string): TrainingDue[] {
	const records = recordsOf(db, [staffId]).get(staffId) ?? [];
	return coursesNow(db).flatMap((course) => standingOf(course, records, today) ?? []);
}

/** What one person took and is to take, newest first. */
export const recordsHeld = (db: Database, staffId: string) =>
	db
		.select({
			id: trainingRecords.id,
			course: trainingCourses.name,
			dueOn: trainingRecords.dueOn,
			takenOn: trainingRecords.takenOn,
			note: trainingRecords.note
		})
		.from(trainingRecords)
		.innerJoin(trainingCourses, eq(trainingCourses.id, trainingRecords.courseId))
		.where(eq(trainingRecords.staffId, staffId))
		.all()
		.sort((a, b) => (b.takenOn ?? b.dueOn ?? '').localeCompare(a.takenOn ?? a.dueOn ?? ''));

/** The list as a table to take away. */
export const trainingTable = (rows: readonly TrainingRow[]) => ({
	name: 'Training due',
	columns: [
		{ key: 'name', label: 'Advisor', kind: 'text', width: 30 },
		{ key: 'team', label: 'Team', kind: 'text', width: 30 },
		{ key: 'course', label: 'Course', kind: 'text', width: 40 },
		{ key: 'lastTaken', label: 'Last taken', kind: 'day' },
		{ key: 'dueOn', label: 'Due', kind: 'day' },
		{ key: 'state', label: 'State', kind: 'text' },
		{ key: 'why', label: 'Why', kind: 'text', width: 40 }
	] as const,
	rows
});
