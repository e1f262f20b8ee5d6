import { eq } from 'drizzle-orm';
import { findings, recommendations } from '#lib/domain/findings/tables.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { actions } from './tables.ts';

/** The journey and the finding behind each action that a review recommended, by the action's number: for a table to take away. */
export const journeySources = (db: Database): Map<number, { journey: string; finding: string }> =>
	new Map(
		db
			.select({ number: actions.number, journey: journeys.name, finding: findings.what })
			.from(findings)
			.innerJoin(journeys, eq(journeys.id, findings.journeyId))
			.innerJoin(recommendations, eq(recommendations.findingId, findings.id))
			.innerJoin(actions, eq(actions.recommendationId, recommendations.id))
			.all()
			.map(({ number, ...source }) => [number, source])
	);
