import { sql, type SQL } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { everyRow, paged, pageSize, type Place } from '#lib/server/paging.ts';
import { rowsOf, written } from '#lib/server/prepared-query.ts';
import type { CalibrationFilters } from './filters.ts';
import { stateMarks, type CalibrationState } from './words.ts';

/** A session in a list. `mine` is how many interactions the person has still to score. */
export type ListedCalibration = {
	number: number;
	title: string;
	scorecard: string;
	state: CalibrationState;
	dueOn: string | null;
	runBy: string;
	interactions: number;
	assessors: number;
	mine: number;
};

const joined = ({ id }: Person) => sql`exists (select 1 from calibration_assessor a where a.calibration_id = c.id and a.person_id = ${id})`;

/** What somebody has still to do in a session that is being scored. */
const toScore = ({ id }: Person) => sql`(
	select count(*) from calibration_interaction i
	join calibration_assessor a on a.calibration_id = i.calibration_id and a.person_id = ${id}
	left join calibration_form f on f.interaction_id = i.id and f.person_id = ${id}
	left join scored_form s on s.id = f.form_id
	where i.calibration_id = c.id and c.state = 'scoring' and s.completed_at is null)`;

const columns = (person: Person) => sql`
	c.number, c.title, v.name as scorecard, c.state, c.due_on as dueOn, p.name as runBy,
	(select count(*) from calibration_interaction i where i.calibration_id = c.id) as interactions,
	(select count(*) from calibration_assessor a where a.calibration_id = c.id) as assessors,
	${toScore(person)} as mine`;
const tables = sql`calibration c join scorecard_version v on v.id = c.scorecard_version_id join person p on p.id = c.run_by`;

/** Those a person sees: all for the programme lead, else those they run or take part in. DOMAIN section 1. */
function narrowed(person: Person, { state, part }: CalibrationFilters): SQL {
	const sight = can(person, 'see calibration') ? sql`1` : sql`(c.run_by = ${person.id} or ${joined(person)})`;
	const conditions = [
		sight,
		...(state ? [sql`c.state = ${state}`] : []),
		...(part === 'run' ? [sql`c.run_by = ${person.id}`] : []),
		...(part === 'score' ? [joined(person)] : [])
	];
	return sql.join(conditions, sql` and `);
}

/** The statement a page of the list is read with. */
export function calibrationsQuery(person: Person, filters: CalibrationFilters, { after, before }: Place<number>, limit: number): SQL {
	const start = after ?? before;
	const up = (filters.order === 'ascending') === (before === undefined);
	const isByTitle = filters.sort === 'title';
	const key = isByTitle ? sql`(c.title collate nocase, c.number)` : sql`c.number`;
	const there = isByTitle ? sql`(select title collate nocase, number from calibration where number = ${start})` : sql`${start}`;
	const beyond = start === undefined ? sql`1` : up ? sql`${key} > ${there}` : sql`${key} < ${there}`;
	const way = up ? sql`asc` : sql`desc`;
	const order = isByTitle ? sql`c.title collate nocase ${way}, c.number ${way}` : sql`c.number ${way}`;
	return sql`select ${columns(person)} from ${tables} where ${narrowed(person, filters)} and ${beyond} order by ${order} limit ${written(limit)}`;
}

/** The sessions a person sees, fifty a page. */
export const calibrationsListed = (db: Database, person: Person, filters: CalibrationFilters, place: Place<number>) =>
	paged(rowsOf<ListedCalibration>(db, calibrationsQuery(person, filters, place, pageSize + 1)), place, ({ number }) => number);

/** How many sessions the filters leave. */
export const countCalibrations = (db: Database, person: Person, filters: CalibrationFilters): number =>
	rowsOf<{ count: number }>(db, sql`select count(*) as count from ${tables} where ${narrowed(person, filters)}`)[0]?.count ?? 0;

/** The list as a table to take away, all its pages. */
export function calibrationsTable(db: Database, person: Person, filters: CalibrationFilters) {
	function* rows() {
		const read = (place: Place<number>, limit: number) => rowsOf<ListedCalibration>(db, calibrationsQuery(person, filters, place, limit));
		for (const row of everyRow(read, ({ number }: ListedCalibration) => number)) yield { ...row, state: stateMarks[row.state].text };
	}
	return {
		name: 'Calibrations',
		columns: [
			{ key: 'number', label: 'Calibration', kind: 'number' as const },
			{ key: 'title', label: 'Title', kind: 'text' as const, width: 40 },
			{ key: 'scorecard', label: 'Scorecard', kind: 'text' as const, width: 30 },
			{ key: 'state', label: 'State', kind: 'text' as const },
			{ key: 'dueOn', label: 'To be scored by', kind: 'day' as const },
			{ key: 'runBy', label: 'Run by', kind: 'text' as const, width: 24 },
			{ key: 'interactions', label: 'Interactions', kind: 'number' as const },
			{ key: 'assessors', label: 'Assessors', kind: 'number' as const }
		],
		rows: rows()
	};
}
