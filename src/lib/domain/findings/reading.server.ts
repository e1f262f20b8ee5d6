import { and, asc, eq, isNotNull, isNull, ne, sql, type SQL } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { channelCosts } from '#lib/domain/contact-costs/tables.ts';
import { mapSteps } from '#lib/domain/maps/tables.ts';
import { councils, services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { savingOf, type ChannelCosts, type Saving } from './saving.ts';
import { findings, findingEvidence, rankOfSeverity, recommendations } from './tables.ts';
import { quadrantOf, valueOf, type Quadrant, type Weights } from './value.ts';

const standing = (journeyId: string): SQL | undefined => and(eq(findings.journeyId, journeyId), isNull(findings.withdrawnReason));

// named in full: inside the subquery a bare `id` would be taken for its own
const recommendationCount = sql<number>`(select count(*) from recommendation r where r.finding_id = finding.id and r.state <> 'withdrawn')`;
const evidenceCount = sql<number>`(select count(*) from ${findingEvidence} e where e.finding_id = finding.id)`;

function findingsWhere(db: Database, where: SQL | undefined) {
	return db
		.select({
			id: findings.id,
			what: findings.what,
			serviceId: findings.serviceId,
			service: services.name,
			severity: findings.severity,
			howOften: findings.howOften,
			stepId: findings.stepId,
			step: mapSteps.does,
			whys: findings.whys,
			frameworkVersionId: findings.frameworkVersionId,
			criterion: findings.criterion,
			breaches: findings.breaches,
			withdrawnReason: findings.withdrawnReason,
			foundByName: people.name,
			foundAt: findings.foundAt,
			version: findings.version,
			recommendations: recommendationCount,
			evidence: evidenceCount
		})
		.from(findings)
		.innerJoin(services, eq(services.id, findings.serviceId))
		.leftJoin(people, eq(people.id, findings.foundBy))
		.leftJoin(mapSteps, eq(mapSteps.id, findings.stepId))
		.where(where)
		.orderBy(rankOfSeverity(findings.severity), asc(findings.foundAt), asc(findings.id))
		.all()
		.map((row) => ({ ...row, rootCause: row.whys.at(-1) ?? '', principle: principleOf(db, row) }));
}

/** What a review found that stands, the most severe first, each with how many recommendations and pieces of evidence it has. */
export const findingsOf = (db: Database, journeyId: string) => findingsWhere(db, standing(journeyId));

/** What a review found and withdrew again. */
export const withdrawnFindingsOf = (db: Database, journeyId: string) =>
	findingsWhere(db, and(eq(findings.journeyId, journeyId), isNotNull(findings.withdrawnReason)));

export type ListedFinding = ReturnType<typeof findingsOf>[number];

/** The principle a finding says is breached: its framework, number and title; null where it names none. */
export function principleOf(
	db: Database,
	{ frameworkVersionId, criterion }: { frameworkVersionId: string | null; criterion: string | null }
): { framework: string; frameworkVersionId: string; number: string; title: string } | null {
	if (!frameworkVersionId || !criterion) return null;
	const { name, criteria } = frameworkOf(db, frameworkVersionId);
	const title = criteria.find(({ number }) => number === criterion)?.title ?? '';
	return { framework: name, frameworkVersionId, number: criterion, title };
}

/** The council's weights of the two sides of a value. */
export function weightsOf(db: Database): Weights & { version: number } {
	const { customerWeight, councilWeight, version } = councils;
	return db.select({ customerWeight, councilWeight, version }).from(councils).get() ?? { customerWeight: 2, councilWeight: 1, version: 1 };
}

/** What a contact costs, by the channels the council has costed. */
export const channelCostsOf = (db: Database): ChannelCosts =>
	Object.fromEntries(
		db
			.select({ channel: channelCosts.channel, pence: channelCosts.pence })
			.from(channelCosts)
			.all()
			.map(({ channel, pence }) => [channel, pence])
	);

/** The columns of a list of recommendations, with the finding and the action of each. */
export const recommendationColumns = {
	id: recommendations.id,
	number: recommendations.number,
	text: recommendations.text,
	state: recommendations.state,
	customerBenefit: recommendations.customerBenefit,
	customerValue: recommendations.customerValue,
	councilBenefit: recommendations.councilBenefit,
	councilValue: recommendations.councilValue,
	effort: recommendations.effort,
	costPence: recommendations.costPence,
	contactsAvoided: recommendations.contactsAvoided,
	avoidedChannel: recommendations.avoidedChannel,
	otherSavingPence: recommendations.otherSavingPence,
	otherSavingWhy: recommendations.otherSavingWhy,
	version: recommendations.version,
	findingId: findings.id,
	finding: findings.what,
	severity: findings.severity,
	serviceId: findings.serviceId,
	service: services.name,
	journeyId: findings.journeyId,
	actionNumber: actions.number
};

/** What follows from a recommendation's ratings and costs. */
export type Worked = { value: string | null; quadrant: Quadrant | null; saving: Saving };

/** A recommendation with what follows from it, by the council's weights and costs of contacts. */
export const worked = <T extends Parameters<typeof valueOf>[0] & Parameters<typeof savingOf>[0]>(
	row: T,
	weights: Weights,
	costs: ChannelCosts
): T & Worked => ({ ...row, value: valueOf(row, weights), quadrant: quadrantOf(row, weights), saving: savingOf(row, costs) });

function recommendationsWhere(db: Database, where: SQL | undefined) {
	const weights = weightsOf(db);
	const costs = channelCostsOf(db);
	return db
		.select(recommendationColumns)
		.from(recommendations)
		.innerJoin(findings, eq(findings.id, recommendations.findingId))
		.innerJoin(services, eq(services.id, findings.serviceId))
		.leftJoin(actions, eq(actions.recommendationId, recommendations.id))
		.where(where)
		.orderBy(rankOfSeverity(findings.severity), asc(recommendations.number))
		.all()
		.map((row) => worked(row, weights, costs));
}

/**
 * What is recommended for a journey and was not withdrawn: for the most severe finding first, then by number, each with
 * its value, its corner of the matrix and its saving.
 */
export const recommendationsOf = (db: Database, journeyId: string) =>
	recommendationsWhere(db, and(eq(findings.journeyId, journeyId), ne(recommendations.state, 'withdrawn')));

/** What is recommended for one finding, by number, also what was withdrawn. */
export const recommendationsOfFinding = (db: Database, findingId: string) => recommendationsWhere(db, eq(findings.id, findingId));

export type ListedRecommendation = ReturnType<typeof recommendationsOf>[number];
