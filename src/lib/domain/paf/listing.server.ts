import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import { servicesWhere, teamsWhere, type Action } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import { scoredForms } from '#lib/domain/scorecards/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { everyRow, paged, pageSize, type Place } from '#lib/server/paging.ts';
import { isCounted } from './counting.ts';
import { isMonth } from './month.ts';
import { assessmentStates, type AssessmentState } from './states.ts';
import { interactions, pafAssessments, pafMonths } from './tables.ts';

export type ResultFilters = { month: string; state: AssessmentState | ''; staff: string; order: 'oldest' | '' };

/** The filters of an address; what is unknown is none. */
export const resultFilters = (query: URLSearchParams): ResultFilters => ({
	month: isMonth(query.get('month') ?? '') ? (query.get('month') ?? '') : '',
	state: assessmentStates.find((state) => state === query.get('state')) ?? '',
	staff: query.get('staff') ?? '',
	order: query.get('order') === 'oldest' ? 'oldest' : ''
});

const line = {
	number: pafAssessments.number,
	month: pafAssessments.month,
	staffId: pafAssessments.staffId,
	advisor: staff.name,
	team: teams.name,
	channel: pafAssessments.channel,
	at: interactions.at,
	reference: interactions.reference,
	selection: pafAssessments.selection,
	state: pafAssessments.state,
	releasedAt: pafAssessments.releasedAt,
	appealUntil: pafAssessments.appealUntil,
	quality: scoredForms.quality,
	qualityBefore: scoredForms.qualityBefore,
	access: scoredForms.access,
	chosenCount: pafMonths.chosenCount
};
const formThatCounts = or(
	eq(scoredForms.id, pafAssessments.changedFormId),
	and(isNull(pafAssessments.changedFormId), eq(scoredForms.id, pafAssessments.formId))
);
const select = (db: Database) =>
	db
		.select(line)
		.from(pafAssessments)
		.innerJoin(pafMonths, eq(pafMonths.id, pafAssessments.monthId))
		.innerJoin(staff, eq(staff.id, pafAssessments.staffId))
		.innerJoin(teams, eq(teams.id, pafAssessments.teamId))
		.innerJoin(interactions, eq(interactions.id, pafAssessments.interactionId))
		.innerJoin(scoredForms, formThatCounts);

type Row = ReturnType<ReturnType<typeof select>['all']>[number];
/** A score in points, and whether it counts. */
const shown = ({ quality, qualityBefore, access, chosenCount, ...row }: Row) => ({
	...row,
	quality: quality === null ? null : quality / 100,
	beforeCritical: qualityBefore === null ? null : qualityBefore / 100,
	access: access === null ? null : access / 100,
	counts: isCounted(row, chosenCount)
});
export type ResultLine = ReturnType<typeof shown>;

/** The services and teams over which a person's grants give an action, as a condition. */
function over(person: Person, action: Action): SQL | undefined {
	const services = servicesWhere(person, action);
	if (services === 'all') return undefined;
	return or(inArray(pafAssessments.serviceId, services), inArray(pafAssessments.teamId, teamsWhere(person, action)));
}

const notAbout = (person: Person) => or(isNull(staff.personId), ne(staff.personId, person.id));
const matching = ({ month, state, staff: of }: ResultFilters) =>
	and(
		month ? eq(pafAssessments.month, month) : undefined,
		state ? eq(pafAssessments.state, state) : undefined,
		of ? eq(pafAssessments.staffId, of) : undefined
	);

function readResults(db: Database, where: SQL | undefined, { order }: ResultFilters, { after, before }: Place<number>, limit: number) {
	const start = after ?? before;
	const isUp = (order === 'oldest') === (before === undefined);
	const beyond = start === undefined ? undefined : isUp ? gt(pafAssessments.number, start) : lt(pafAssessments.number, start);
	return select(db)
		.where(and(where, beyond))
		.orderBy(isUp ? asc(pafAssessments.number) : desc(pafAssessments.number))
		.limit(limit)
		.all()
		.map(shown);
}

/** Released results of the teams a person leads or manages, never their own. */
const ofTeams = (person: Person, filters: ResultFilters) =>
	and(isNotNull(pafAssessments.releasedAt), over(person, 'see staff results'), notAbout(person), matching(filters));

/** A page of the released results of the teams a person leads or manages, the newest first unless told otherwise. */
export const teamResults = (db: Database, person: Person, filters: ResultFilters, place: Place<number>) =>
	paged(readResults(db, ofTeams(person, filters), filters, place, pageSize + 1), place, ({ number }) => number);

/** How many the filters leave. */
export const countTeamResults = (db: Database, person: Person, filters: ResultFilters): number =>
	db
		.select({ n: count() })
		.from(pafAssessments)
		.innerJoin(staff, eq(staff.id, pafAssessments.staffId))
		.where(ofTeams(person, filters))
		.get()?.n ?? 0;

/** All of them, for a download. */
export const teamResultsToExport = (db: Database, person: Person, filters: ResultFilters) =>
	everyRow(
		(place: Place<number>, limit) => readResults(db, ofTeams(person, filters), filters, place, limit),
		({ number }) => number
	);

/** The months of which the person's teams have results, the newest first. */
export const monthsWithResults = (db: Database, person: Person): string[] =>
	db
		.selectDistinct({ month: pafAssessments.month })
		.from(pafAssessments)
		.innerJoin(staff, eq(staff.id, pafAssessments.staffId))
		.where(and(isNotNull(pafAssessments.releasedAt), over(person, 'see staff results'), notAbout(person)))
		.orderBy(desc(pafAssessments.month))
		.all()
		.map(({ month }) => month);

/** The advisors a person leads or manages who have results. */
export const staffWithResults = (db: Database, person: Person) =>
	db
		.selectDistinct({ id: staff.id, name: staff.name })
		.from(pafAssessments)
		.innerJoin(staff, eq(staff.id, pafAssessments.staffId))
		.where(and(isNotNull(pafAssessments.releasedAt), over(person, 'see staff results'), notAbout(person)))
		.orderBy(staff.name)
		.all();

const ownReleased = (person: Person, filters: ResultFilters) =>
	and(eq(staff.personId, person.id), isNotNull(pafAssessments.releasedAt), matching({ ...filters, staff: '' }));

/** A page of an advisor's own released results, the newest first unless told otherwise. */
export const ownResults = (db: Database, person: Person, filters: ResultFilters, place: Place<number>) =>
	paged(readResults(db, ownReleased(person, filters), filters, place, pageSize + 1), place, ({ number }) => number);

/** All of them, for a download. */
export const ownResultsToExport = (db: Database, person: Person, filters: ResultFilters) =>
	everyRow(
		(place: Place<number>, limit) => readResults(db, ownReleased(person, filters), filters, place, limit),
		({ number }) => number
	);

/** How many of an advisor's own wait for their answer, and the months there are results of, the newest first. */
export function ownResultsSummed(db: Database, person: Person): { waiting: number; months: string[] } {
	const all = db
		.select({ month: pafAssessments.month, n: count(), waiting: sql<number>`sum(${pafAssessments.state} = 'released')` })
		.from(pafAssessments)
		.innerJoin(staff, eq(staff.id, pafAssessments.staffId))
		.where(and(eq(staff.personId, person.id), isNotNull(pafAssessments.releasedAt)))
		.groupBy(pafAssessments.month)
		.orderBy(desc(pafAssessments.month))
		.all();
	return { waiting: all.reduce((sum, { waiting }) => sum + waiting, 0), months: all.map(({ month }) => month) };
}
