import { and, eq, exists, inArray, isNotNull, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { inSight as journeysInSight } from '#lib/domain/journeys/narrowing.server.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { FindingFilters, RecommendationFilters } from './filters.ts';
import { findings, recommendations } from './tables.ts';

/**
 * The findings a person sees, as the condition of a list: the same answer as `findingSeen` gives for each single one (a
 * test holds the two together). Undefined where they see all of them. DOMAIN section 1.
 */
export function inSight(db: Database, person: Person): SQL | undefined {
	const early = servicesWhere(person, 'see finding', { status: 'draft' });
	if (early === 'all') return undefined;
	const board = servicesWhere(person, 'see finding', { status: 'agreed' }) === 'all';
	const journeysSeen = inArray(findings.journeyId, db.select({ id: journeys.id }).from(journeys).where(journeysInSight(person)));
	const elsewhere = or(early.length ? inArray(findings.serviceId, early) : undefined, board ? afterModeration(db) : undefined);
	return or(journeysSeen, elsewhere ? and(isNull(findings.journeyId), elsewhere) : undefined);
}

/** Not a gap, or one of an assessment that has been moderated. */
const afterModeration = (db: Database): SQL | undefined =>
	or(
		ne(findings.source, 'assessment'),
		exists(
			db
				.select({ one: sql`1` })
				.from(assessments)
				.where(and(eq(assessments.id, findings.sourceId), inArray(assessments.status, ['moderated', 'agreed'])))
		)
	);

/** What the filters of a list of findings ask for. */
export const narrowedFindings = ({ journey, service, severity, source, state }: FindingFilters): SQL | undefined =>
	and(
		journey ? eq(findings.journeyId, journey) : undefined,
		service ? eq(findings.serviceId, service) : undefined,
		severity ? eq(findings.severity, severity) : undefined,
		source ? eq(findings.source, source) : undefined,
		state === 'withdrawn' ? isNotNull(findings.withdrawnReason) : isNull(findings.withdrawnReason)
	);

/** What the filters of a list of recommendations ask for. Those withdrawn are shown only where they are asked for. */
export const narrowedRecommendations = ({ journey, service, state }: RecommendationFilters): SQL | undefined =>
	and(
		journey ? eq(findings.journeyId, journey) : undefined,
		service ? eq(findings.serviceId, service) : undefined,
		state === 'all' ? ne(recommendations.state, 'withdrawn') : undefined,
		state === 'waiting' ? inArray(recommendations.state, ['proposed', 'deferred']) : undefined,
		state !== 'all' && state !== 'waiting' ? eq(recommendations.state, state) : undefined
	);
