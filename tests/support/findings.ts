import { addFinding } from '#lib/domain/findings/adding.server.ts';
import { onlyWords, type FindingDetails, type RecommendationDetails } from '#lib/domain/findings/details.ts';
import { findingToChange } from '#lib/domain/findings/finding.server.ts';
import { recommendationToChange } from '#lib/domain/findings/recommendation.server.ts';
import { addRecommendation } from '#lib/domain/findings/recommending.server.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { maps, mapStages, mapSteps } from '#lib/domain/maps/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { cast } from './test-database.ts';

/** What a review might find on the way to a repair. */
export const found: FindingDetails = {
	what: 'Nobody tells the tenant when the visit moves',
	serviceId: 'repairs',
	stepId: null,
	severity: 'high',
	howOften: 'One visit in four',
	whys: [],
	frameworkVersionId: null,
	criterion: null,
	breaches: ''
};

/** What could be done about it. */
export const recommended: RecommendationDetails = {
	...onlyWords('Text tenants when a repair slot moves'),
	customerBenefit: 'They know when to be at home',
	customerValue: 5,
	councilBenefit: 'Fewer chasing calls',
	councilValue: 4,
	effort: 2,
	costPence: 500_000,
	contactsAvoided: 4000,
	avoidedChannel: 'phone'
};

/** A finding on a journey, as its lead sees it. */
export function aFinding(db: Database, journeyId: string, more: Partial<FindingDetails> = {}) {
	const outcome = addFinding(db, cast.lead, journeySeen(db, cast.lead, journeyId), { ...found, ...more });
	if (!outcome.ok) throw new Error(outcome.text);
	return findingToChange(db, cast.lead, outcome.id);
}

/** A recommendation for a finding, as the programme lead sees it. */
export function aRecommendation(db: Database, findingId: string, more: Partial<RecommendationDetails> = {}) {
	const outcome = addRecommendation(db, cast.lead, findingToChange(db, cast.lead, findingId), { ...recommended, ...more });
	if (!outcome.ok) throw new Error(outcome.text);
	return recommendationToChange(db, cast.lead, outcome.id);
}

/** An as-is map of one stage with these steps; gives their ids in order. */
export function stepsOnMap(db: Database, journeyId: string, does: readonly string[]): string[] {
	const { id: mapId } = db.insert(maps).values({ journeyId, kind: 'as-is' }).returning({ id: maps.id }).get();
	const stage = db.insert(mapStages).values({ mapId, position: 1, name: 'Report it' }).returning({ id: mapStages.id }).get();
	return db
		.insert(mapSteps)
		.values(does.map((does, i) => ({ mapId, stageId: stage.id, position: i + 1, does })))
		.returning({ id: mapSteps.id })
		.all()
		.map(({ id }) => id);
}
