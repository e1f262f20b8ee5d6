import { and, eq, sql } from 'drizzle-orm';
import { can, type Thing } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { inSight as findingsInSight } from '#lib/domain/findings/narrowing.server.ts';
import type { Severity } from '#lib/domain/findings/severity.ts';
import { findings, recommendations } from '#lib/domain/findings/tables.ts';
import { sourceWords } from '#lib/domain/findings/wording.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { actions } from './tables.ts';

const one = keptPerDatabase((db) =>
	db
		.select({
			id: actions.id,
			number: actions.number,
			title: actions.title,
			detail: actions.detail,
			serviceId: actions.serviceId,
			service: services.name,
			ownerId: actions.ownerId,
			owner: people.name,
			priority: actions.priority,
			startOn: actions.startOn,
			dueOn: actions.dueOn,
			reviewOn: actions.reviewOn,
			status: actions.status,
			droppedReason: actions.droppedReason,
			completedOn: actions.completedOn,
			measure: actions.measure,
			baseline: actions.baseline,
			target: actions.target,
			outcome: actions.outcome,
			outcomeText: actions.outcomeText,
			// by name; joined as people twice, the row's type is lost
			reviewedBy: sql<string | null>`(select ${people.name} from ${people} where ${people.id} = ${actions.reviewedBy})`,
			reviewedOn: actions.reviewedOn,
			version: actions.version,
			recommendationId: actions.recommendationId,
			assessmentId: actions.assessmentId,
			criterion: actions.criterion
		})
		.from(actions)
		.innerJoin(services, eq(services.id, actions.serviceId))
		.innerJoin(people, eq(people.id, actions.ownerId))
		.where(eq(actions.number, sql.placeholder('number')))
		.prepare()
);

const origin = keptPerDatabase((db) =>
	db
		.select({
			findingId: findings.id,
			found: findings.what,
			severity: findings.severity,
			source: findings.source,
			cameFrom: findings.cameFrom,
			journeyId: findings.journeyId,
			journey: journeys.name,
			recommendation: recommendations.number,
			frameworkVersionId: assessments.frameworkVersionId,
			status: assessments.status,
			cycle: cycles.name
		})
		.from(recommendations)
		.innerJoin(findings, eq(findings.id, recommendations.findingId))
		.leftJoin(journeys, eq(journeys.id, findings.journeyId))
		.leftJoin(assessments, eq(assessments.id, findings.sourceId))
		.leftJoin(cycles, eq(cycles.id, assessments.cycleId))
		.where(eq(recommendations.id, sql.placeholder('id')))
		.prepare()
);

type Row = NonNullable<ReturnType<ReturnType<typeof one>['get']>>;

/** An action with its service, its people by name, what it came from, and what `can` asks about it. */
export type ActionSeen = Row & { thing: Thing };

/** An action by its number as it is in an address; 404 where there is none or the person may not see it. DOMAIN section 1. */
export function actionSeen(db: Database, person: Person, number: string): ActionSeen {
	if (!/^[1-9]\d{0,8}$/.test(number)) notFound();
	const row = one(db).get({ number: Number(number) });
	if (!row) notFound();
	const thing = { serviceId: row.serviceId, ownerId: row.ownerId };
	return can(person, 'see actions', thing) ? { ...row, thing } : notFound();
}

/**
 * What an action came from: the finding and the recommendation, for a gap its criterion by title, for what a review found
 * its journey; with addresses where the person may see those.
 */
export type Origin = {
	found: string;
	severity: Severity;
	finding: string | null;
	recommendation: number;
	/** For what was found neither on a journey nor in an assessment: by what, in words. */
	source: string;
	journey: { name: string; href: string | null } | null;
	gap: { criterion: string; title: string; cycle: string; href: string | null } | null;
};

/** The finding behind an action; null for one that came from a good idea. DOMAIN section 3. */
export function originOf(db: Database, person: Person, action: ActionSeen): Origin | null {
	const row = action.recommendationId ? origin(db).get({ id: action.recommendationId }) : undefined;
	if (!row) return null;
	const { found, severity, findingId, recommendation, cameFrom } = row;
	const where = and(eq(findings.id, findingId), findingsInSight(db, person));
	const isSeen = !!db.select({ id: findings.id }).from(findings).where(where).get();
	const known = {
		found,
		severity,
		finding: isSeen ? `/findings/${findingId}` : null,
		recommendation,
		source: [sourceWords[row.source], cameFrom].filter(Boolean).join(': '),
		journey: row.journeyId ? { name: row.journey ?? '', href: isSeen ? `/journeys/${row.journeyId}` : null } : null
	};
	const { assessmentId, criterion } = action;
	if (!assessmentId || !criterion || !row.frameworkVersionId) return { ...known, gap: null };
	const title = frameworkOf(db, row.frameworkVersionId).criteria.find(({ number }) => number === criterion)?.title ?? '';
	const seen = can(person, 'see assessment', { serviceId: action.serviceId, status: row.status ?? 'draft' });
	const href = seen ? `/assessments/${assessmentId}/criteria/${criterion}` : null;
	return { ...known, gap: { criterion, title, cycle: row.cycle ?? '', href } };
}
