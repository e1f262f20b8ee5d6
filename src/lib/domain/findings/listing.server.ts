import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import { mapSteps } from '#lib/domain/maps/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { everyRow, paged, pageSize, type Place } from '#lib/server/paging.ts';
import type { FindingFilters } from './filters.ts';
import { inSight, narrowedFindings } from './narrowing.server.ts';
import { findings, rankOfSeverity } from './tables.ts';

/** What the rows are sorted by, each with an index; the id last, so that no two stand alike and a page can go on after any. */
const keysOf = {
	severity: [rankOfSeverity(findings.severity), findings.foundAt, findings.id],
	found: [findings.foundAt, findings.id]
} as const;

const columns = {
	id: findings.id,
	what: findings.what,
	severity: findings.severity,
	howOften: findings.howOften,
	service: services.name,
	source: findings.source,
	sourceId: findings.sourceId,
	cameFrom: findings.cameFrom,
	journeyId: findings.journeyId,
	journey: journeys.name,
	stepId: findings.stepId,
	step: mapSteps.does,
	whys: findings.whys,
	frameworkVersionId: findings.frameworkVersionId,
	criterion: findings.criterion,
	breaches: findings.breaches,
	withdrawnReason: findings.withdrawnReason,
	foundBy: people.name,
	foundAt: findings.foundAt,
	recommendations: sql<number>`(select count(*) from recommendation r where r.finding_id = ${findings.id} and r.state <> 'withdrawn')`
};

function pageOf(db: Database, where: SQL | undefined, { sort, order }: FindingFilters, { after, before }: Place<string>, limit: number) {
	const keys = keysOf[sort];
	const from = after ?? before;
	const up = (order === 'ascending') === (before === undefined);
	const row = sql`(${sql.join([...keys], sql`, `)})`;
	const there = sql`(select ${sql.join([...keys], sql`, `)} from ${findings} where ${findings.id} = ${from})`;
	const beyond = from === undefined ? undefined : up ? sql`${row} > ${there}` : sql`${row} < ${there}`;
	return db
		.select(columns)
		.from(findings)
		.innerJoin(services, eq(services.id, findings.serviceId))
		.leftJoin(people, eq(people.id, findings.foundBy))
		.leftJoin(journeys, eq(journeys.id, findings.journeyId))
		.leftJoin(mapSteps, eq(mapSteps.id, findings.stepId))
		.where(and(where, beyond))
		.orderBy(...keys.map((key) => (up ? asc(key) : desc(key))))
		.limit(limit)
		.all();
}

export type FindingInList = ReturnType<typeof pageOf>[number];

/**
 * The findings a person sees, fifty a page. `next` is the one to go on after and `previous` the one to go back before;
 * null at the ends. DOMAIN sections 1, 3 and 8.
 */
export function findingsListed(db: Database, person: Person, filters: FindingFilters, place: Place<string>) {
	const where = and(inSight(db, person), narrowedFindings(filters));
	return paged(pageOf(db, where, filters, place, pageSize + 1), place, ({ id }) => id);
}

/** Every finding of a list, read page by page: for a download. */
export function everyFinding(db: Database, person: Person, filters: FindingFilters): Generator<FindingInList> {
	const where = and(inSight(db, person), narrowedFindings(filters));
	return everyRow(
		(place: Place<string>, limit: number) => pageOf(db, where, filters, place, limit),
		({ id }) => id
	);
}

/** How many findings a list holds on all its pages, and how many of them are high or critical. */
export function countFindings(db: Database, person: Person, filters: FindingFilters): { all: number; severe: number } {
	const counted = db
		.select({ all: sql<number>`count(*)`, severe: sql<number>`coalesce(sum(${findings.severity} in ('high', 'critical')), 0)` })
		.from(findings)
		.where(and(inSight(db, person), narrowedFindings(filters)))
		.get();
	return counted ?? { all: 0, severe: 0 };
}

/** The services and the journeys of the findings a person sees, by name: what a list can be narrowed to. */
export function choicesOf(db: Database, person: Person) {
	const seen = inSight(db, person);
	return {
		services: db
			.selectDistinct({ value: services.id, label: services.name })
			.from(services)
			.innerJoin(findings, eq(findings.serviceId, services.id))
			.where(seen)
			.orderBy(inAnyCase(services.name))
			.all(),
		journeys: db
			.selectDistinct({ value: journeys.id, label: journeys.name })
			.from(journeys)
			.innerJoin(findings, eq(findings.journeyId, journeys.id))
			.where(seen)
			.orderBy(inAnyCase(journeys.name))
			.all()
	};
}
