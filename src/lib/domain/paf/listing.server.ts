import { and, desc, eq, inArray, isNotNull, lt, ne, or, gt, asc, isNull, type SQL } from 'drizzle-orm';
import { servicesWhere, teamsWhere, type Action } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import { scoredForms } from '#lib/domain/scorecards/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { paged, pageSize, type Place } from '#lib/server/paging.ts';
import { isCounted } from './counting.ts';
import { isMonth } from './month.ts';
import { assessmentStates, type AssessmentState } from './states.ts';
import { appeals, interactions, pafAssessments, pafMonths } from './tables.ts';

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

/** A page of the released results of the teams a person leads or manages, the newest first unless told otherwise. Never their own. */
export function teamResults(db: Database, person: Person, filters: ResultFilters, place: Place<number>, limit = pageSize) {
	const { after, before } = place;
	const start = after ?? before;
	const isUp = (filters.order === 'oldest') === (before === undefined);
	const near = start === undefined ? undefined : isUp ? gt(pafAssessments.number, start) : lt(pafAssessments.number, start);
	const found = select(db)
		.where(and(isNotNull(pafAssessments.releasedAt), over(person, 'see staff results'), notAbout(person), matching(filters), near))
		.orderBy(isUp ? asc(pafAssessments.number) : desc(pafAssessments.number))
		.limit(limit + 1)
		.all();
	return paged(found.map(shown), place, ({ number }) => number);
}

/** All of them, for a download: at most ten thousand. */
export const teamResultsToExport = (db: Database, person: Person, filters: ResultFilters): ResultLine[] =>
	select(db)
		.where(and(isNotNull(pafAssessments.releasedAt), over(person, 'see staff results'), notAbout(person), matching(filters)))
		.orderBy(filters.order === 'oldest' ? asc(pafAssessments.number) : desc(pafAssessments.number))
		.limit(10_000)
		.all()
		.map(shown);

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

/** An advisor's own released results, the newest first. */
export const ownResults = (db: Database, person: Person): ResultLine[] =>
	select(db)
		.where(and(eq(staff.personId, person.id), isNotNull(pafAssessments.releasedAt)))
		.orderBy(desc(pafAssessments.number))
		.limit(500)
		.all()
		.map(shown);

/** The appeals that wait for a person's decision, the oldest first; never against what they scored, nor their own. */
export function appealsToDecide(db: Database, person: Person) {
	const notTheirs = or(isNull(pafAssessments.assessorId), ne(pafAssessments.assessorId, person.id));
	return db
		.select({
			number: pafAssessments.number,
			advisor: staff.name,
			team: teams.name,
			channel: pafAssessments.channel,
			at: interactions.at,
			appealedAt: appeals.appealedAt
		})
		.from(appeals)
		.innerJoin(pafAssessments, eq(pafAssessments.id, appeals.assessmentId))
		.innerJoin(staff, eq(staff.id, pafAssessments.staffId))
		.innerJoin(teams, eq(teams.id, pafAssessments.teamId))
		.innerJoin(interactions, eq(interactions.id, pafAssessments.interactionId))
		.where(and(isNull(appeals.outcome), eq(pafAssessments.state, 'appealed'), over(person, 'decide appeal'), notTheirs, notAbout(person)))
		.orderBy(asc(appeals.appealedAt))
		.limit(200)
		.all();
}
