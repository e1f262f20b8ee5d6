import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { everyRow, paged, pageSize, type Place } from '#lib/server/paging.ts';
import type { RecommendationFilters } from './filters.ts';
import { inSight, narrowedRecommendations } from './narrowing.server.ts';
import { channelCostsOf, recommendationColumns, weightsOf, worked } from './reading.server.ts';
import { findings, recommendations } from './tables.ts';
import type { Weights } from './value.ts';

/** The weighted sum that sorts like the value; −1 where there is none, so that it stands last from the top. */
function sumOfValue({ customerWeight, councilWeight }: Weights): SQL<number> {
	const { customerValue, councilValue } = recommendations;
	const isRated = and(
		customerWeight ? sql`${customerValue} is not null` : undefined,
		councilWeight ? sql`${councilValue} is not null` : undefined
	);
	return sql<number>`case when ${isRated} then coalesce(${customerValue}, 0) * ${customerWeight} + coalesce(${councilValue}, 0) * ${councilWeight} else -1 end`;
}

const keysOf = (sort: RecommendationFilters['sort'], weights: Weights): SQL[] => {
	const number = sql`${recommendations.number}`;
	// the most valuable first, the least effort first, and what nobody rated last of all
	if (sort === 'value') return [sql`-(${sumOfValue(weights)})`, number];
	if (sort === 'effort') return [sql`coalesce(${recommendations.effort}, 9)`, number];
	return [number];
};

function pageOf(
	db: Database,
	where: SQL | undefined,
	{ sort, order }: RecommendationFilters,
	{ after, before }: Place<string>,
	limit: number
) {
	const weights = weightsOf(db);
	const costs = channelCostsOf(db);
	const keys = keysOf(sort, weights);
	const from = after ?? before;
	const up = (order === 'ascending') === (before === undefined);
	const row = sql`(${sql.join(keys, sql`, `)})`;
	const there = sql`(select ${sql.join(keys, sql`, `)} from ${recommendations} where ${recommendations.number} = ${Number(from)})`;
	const beyond = from === undefined ? undefined : up ? sql`${row} > ${there}` : sql`${row} < ${there}`;
	return db
		.select({ ...recommendationColumns, journey: journeys.name })
		.from(recommendations)
		.innerJoin(findings, eq(findings.id, recommendations.findingId))
		.innerJoin(services, eq(services.id, findings.serviceId))
		.leftJoin(journeys, eq(journeys.id, findings.journeyId))
		.leftJoin(actions, eq(actions.recommendationId, recommendations.id))
		.where(and(where, beyond))
		.orderBy(...keys.map((key) => (up ? asc(key) : desc(key))))
		.limit(limit)
		.all()
		.map((found) => worked(found, weights, costs));
}

export type RecommendationInList = ReturnType<typeof pageOf>[number];

/** The recommendations a person sees, fifty a page. DOMAIN sections 1, 3 and 8. */
export function recommendationsListed(db: Database, person: Person, filters: RecommendationFilters, place: Place<string>) {
	const where = and(inSight(db, person), narrowedRecommendations(filters));
	return paged(pageOf(db, where, filters, place, pageSize + 1), place, ({ number }) => String(number));
}

/** Every recommendation of a list, read page by page: for a download. */
export function everyRecommendation(db: Database, person: Person, filters: RecommendationFilters): Generator<RecommendationInList> {
	const where = and(inSight(db, person), narrowedRecommendations(filters));
	return everyRow(
		(place: Place<string>, limit: number) => pageOf(db, where, filters, place, limit),
		({ number }) => String(number)
	);
}

/** How many recommendations a list holds on all its pages, and how many of them wait for a decision. */
export function countRecommendations(db: Database, person: Person, filters: RecommendationFilters): { all: number; waiting: number } {
	const counted = db
		.select({
			all: sql<number>`count(*)`,
			waiting: sql<number>`coalesce(sum(${recommendations.state} in ('proposed', 'deferred')), 0)`
		})
		.from(recommendations)
		.innerJoin(findings, eq(findings.id, recommendations.findingId))
		.where(and(inSight(db, person), narrowedRecommendations(filters)))
		.get();
	return counted ?? { all: 0, waiting: 0 };
}

const mostInMatrix = 100;

/** What the matrix shows: the most valuable first, a hundred at most, with how many there are. */
export function matrixOf(db: Database, person: Person, filters: RecommendationFilters) {
	const where = and(inSight(db, person), narrowedRecommendations(filters));
	const rows = pageOf(db, where, { ...filters, sort: 'value', order: 'ascending' }, {}, mostInMatrix);
	return { rows, count: countRecommendations(db, person, filters).all };
}
