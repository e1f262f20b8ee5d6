import { and, asc, count, desc, eq, gt, lt, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { everyRow, paged, pageSize, type Place } from '#lib/server/paging.ts';
import type { ScoreFilters } from './list-filters.ts';
import { isToScoreBy, toScoreLines } from './scoring.server.ts';
import { pafAssessments, pafMonths } from './tables.ts';

const narrowed = (person: Person, { team, channel, selection, state }: ScoreFilters): SQL | undefined =>
	and(
		isToScoreBy(person),
		team ? eq(pafAssessments.teamId, team) : undefined,
		channel ? eq(pafAssessments.channel, channel) : undefined,
		selection ? eq(pafAssessments.selection, selection) : undefined,
		state ? eq(pafAssessments.state, state) : undefined
	);

function read(db: Database, person: Person, filters: ScoreFilters, { after, before }: Place<number>, limit: number) {
	const start = after ?? before;
	const isUp = (filters.order !== 'newest') === (before === undefined);
	const beyond = start === undefined ? undefined : isUp ? gt(pafAssessments.number, start) : lt(pafAssessments.number, start);
	return toScoreLines(db)
		.where(and(narrowed(person, filters), beyond))
		.orderBy(isUp ? asc(pafAssessments.number) : desc(pafAssessments.number))
		.limit(limit)
		.all();
}

/** What is a person's to score or release, the oldest first unless told otherwise: fifty a page. */
export const toScoreListed = (db: Database, person: Person, filters: ScoreFilters, place: Place<number>) =>
	paged(read(db, person, filters, place, pageSize + 1), place, ({ number }) => number);

const counted = (db: Database, where: SQL | undefined) =>
	db
		.select({ n: count() })
		.from(pafAssessments)
		.innerJoin(pafMonths, eq(pafMonths.id, pafAssessments.monthId))
		.innerJoin(staff, eq(staff.id, pafAssessments.staffId))
		.where(where)
		.get()?.n ?? 0;

/** How many the filters leave. */
export const countToScore = (db: Database, person: Person, filters: ScoreFilters): number => counted(db, narrowed(person, filters));

/** How many are still to be scored or finished. */
export const countUnfinished = (db: Database, person: Person): number =>
	counted(db, isToScoreBy(person)) - counted(db, and(isToScoreBy(person), eq(pafAssessments.unanswered, 0)));

/** What is whole and waits to be released: the first two hundred, which are as many as are released at once. */
export const readyToRelease = (db: Database, person: Person) =>
	toScoreLines(db)
		.where(and(isToScoreBy(person), eq(pafAssessments.unanswered, 0)))
		.orderBy(asc(pafAssessments.number))
		.limit(200)
		.all();

/** The teams whose interactions are a person's to score, by name: what the list can be narrowed to. */
export const teamsToScore = (db: Database, person: Person) =>
	db
		.selectDistinct({ value: teams.id, label: teams.name })
		.from(pafAssessments)
		.innerJoin(pafMonths, eq(pafMonths.id, pafAssessments.monthId))
		.innerJoin(staff, eq(staff.id, pafAssessments.staffId))
		.innerJoin(teams, eq(teams.id, pafAssessments.teamId))
		.where(isToScoreBy(person))
		.orderBy(teams.name)
		.all();

/** The list as a table to take away, all its pages. */
export const toScoreTable = (db: Database, person: Person, filters: ScoreFilters) => ({
	name: 'To score',
	columns: [
		{ key: 'number', label: 'Number', kind: 'number' as const },
		{ key: 'advisor', label: 'Advisor', kind: 'text' as const, width: 30 },
		{ key: 'team', label: 'Team', kind: 'text' as const, width: 30 },
		{ key: 'month', label: 'Month', kind: 'text' as const },
		{ key: 'channel', label: 'Channel', kind: 'text' as const },
		{ key: 'reference', label: 'Reference', kind: 'text' as const },
		{ key: 'at', label: 'Date and time', kind: 'moment' as const },
		{ key: 'selection', label: 'Sampled or chosen', kind: 'text' as const },
		{ key: 'state', label: 'State', kind: 'text' as const },
		{ key: 'unanswered', label: 'Unanswered', kind: 'number' as const }
	],
	rows: everyRow(
		(place: Place<number>, limit) => read(db, person, filters, place, limit),
		({ number }) => number
	)
});
