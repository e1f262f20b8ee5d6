import { eq, or, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { findingSeen, findingToChange, type FindingSeen } from './finding.server.ts';
import { recommendations } from './tables.ts';

const one = keptPerDatabase((db) =>
	db
		.select({ recommendation: recommendations, actionNumber: actions.number, actionTitle: actions.title })
		.from(recommendations)
		.leftJoin(actions, eq(actions.recommendationId, recommendations.id))
		.where(or(eq(recommendations.id, sql.placeholder('id')), eq(recommendations.number, sql.placeholder('number'))))
		.prepare()
);

export type RecommendationRow = typeof recommendations.$inferSelect;

/** A recommendation with its finding, and the action it became, if any. */
export type RecommendationSeen = RecommendationRow & { finding: FindingSeen; action: { number: number; title: string } | null };

/** A recommendation by its number (as in an address) or its id; 404 where its finding is out of the person's sight. DOMAIN section 1. */
export function recommendationSeen(db: Database, person: Person, key: string): RecommendationSeen {
	const number = /^[1-9]\d{0,8}$/.test(key) ? Number(key) : 0;
	const found = one(db).get({ id: key, number });
	if (!found) notFound();
	return { ...found.recommendation, finding: findingSeen(db, person, found.recommendation.findingId), action: actionOf(found) };
}

const actionOf = ({ actionNumber: number, actionTitle: title }: { actionNumber: number | null; actionTitle: string | null }) =>
	number === null || title === null ? null : { number, title };

/** A recommendation the person may change: 404 where it is out of sight, 403 where it can only be read. */
export function recommendationToChange(db: Database, person: Person, key: string): RecommendationSeen {
	const recommendation = recommendationSeen(db, person, key);
	return { ...recommendation, finding: findingToChange(db, person, recommendation.findingId) };
}
