import { asc, desc, eq, inArray, isNull, or, and, sql, type SQL } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { everyRow, paged, pageSize, type Place } from '#lib/server/paging.ts';
import { kindNames } from './part-words.ts';
import { surveyStateOn, type SurveyState } from './state.ts';
import { surveys } from './tables.ts';
import { surveyKinds, type SurveyKind } from './words.ts';

/** What the list of surveys is narrowed to, as its address says it; the latest made first unless the order is turned. */
export type SurveyFilters = { kind: SurveyKind | ''; state: SurveyState | ''; order: 'ascending' | 'descending' };
const states = ['to come', 'open', 'closed'] as const;

export const surveyFiltersIn = (query: URLSearchParams): SurveyFilters => ({
	kind: surveyKinds.find((kind) => kind === query.get('kind')) ?? '',
	state: states.find((state) => state === query.get('state')) ?? '',
	order: query.get('order') === 'ascending' ? 'ascending' : 'descending'
});

/** The surveys whose figures a person sees: those of their services, and the council's. */
function inSight(person: Person): SQL | undefined {
	const seen = servicesWhere(person, 'see feedback');
	return seen === 'all' ? undefined : or(isNull(surveys.serviceId), inArray(surveys.serviceId, seen));
}

function standing(state: SurveyState | '', today: string): SQL | undefined {
	if (state === 'to come') return sql`${surveys.openFrom} > ${today}`;
	if (state === 'closed') return sql`${surveys.openUntil} < ${today}`;
	return state ? sql`${surveys.openFrom} <= ${today} and (${surveys.openUntil} is null or ${surveys.openUntil} >= ${today})` : undefined;
}

function pageOf(
	db: Database,
	person: Person,
	{ kind, state, order }: SurveyFilters,
	{ after, before }: Place<number>,
	today: string,
	limit: number
) {
	const up = (order === 'ascending') === (before === undefined);
	const from = after ?? before;
	const beyond = from === undefined ? undefined : up ? sql`${surveys.number} > ${from}` : sql`${surveys.number} < ${from}`;
	return db
		.select({
			number: surveys.number,
			title: surveys.title,
			kind: surveys.kind,
			service: services.name,
			openFrom: surveys.openFrom,
			openUntil: surveys.openUntil,
			answers: sql<number>`(select count(*) from survey_answer a where a.survey_id = ${surveys.id} and a.state = 'counted')`,
			held: sql<number>`(select count(*) from survey_answer a where a.survey_id = ${surveys.id} and a.state = 'held')`
		})
		.from(surveys)
		.leftJoin(services, eq(services.id, surveys.serviceId))
		.where(and(inSight(person), kind ? eq(surveys.kind, kind) : undefined, standing(state, today), beyond))
		.orderBy(up ? asc(surveys.number) : desc(surveys.number))
		.limit(limit)
		.all()
		.map((row) => ({ ...row, service: row.service ?? 'The council', state: surveyStateOn(row, today) }));
}
export type ListedSurvey = ReturnType<typeof pageOf>[number];

/** The surveys a person sees, fifty a page. */
export const surveysListed = (db: Database, person: Person, filters: SurveyFilters, place: Place<number>, today: string) =>
	paged(pageOf(db, person, filters, place, today, pageSize + 1), place, ({ number }) => number);

/** The list as a table to take away. */
export function surveysTable(db: Database, person: Person, filters: SurveyFilters, today: string) {
	function* rows() {
		const read = (place: Place<number>, limit: number) => pageOf(db, person, filters, place, today, limit);
		for (const row of everyRow(read, ({ number }) => number)) yield { ...row, kind: kindNames[row.kind] };
	}
	return {
		name: 'Surveys',
		columns: [
			{ key: 'number', label: 'Number', kind: 'number' },
			{ key: 'title', label: 'Survey', kind: 'text', width: 40 },
			{ key: 'kind', label: 'Asked', kind: 'text' },
			{ key: 'service', label: 'Service', kind: 'text', width: 28 },
			{ key: 'state', label: 'State', kind: 'text' },
			{ key: 'openFrom', label: 'Opens', kind: 'day' },
			{ key: 'openUntil', label: 'Last day', kind: 'day' },
			{ key: 'answers', label: 'Answers', kind: 'number' }
		] as const,
		rows: rows()
	};
}
