import { eq, sql } from 'drizzle-orm';
import { can, servicesWhere, type Thing } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { journeySeen, thingOf, type Journey } from '#lib/domain/journeys/finding.server.ts';
import { mapSteps } from '#lib/domain/maps/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import { forbidden, notFound } from '#lib/server/guard.ts';
import { findings } from './tables.ts';

const one = keptPerDatabase((db) =>
	db
		.select({
			finding: findings,
			service: services.name,
			foundByName: people.name,
			step: mapSteps.does,
			assessmentStatus: assessments.status
		})
		.from(findings)
		.innerJoin(services, eq(services.id, findings.serviceId))
		.leftJoin(people, eq(people.id, findings.foundBy))
		.leftJoin(mapSteps, eq(mapSteps.id, findings.stepId))
		.leftJoin(assessments, eq(assessments.id, findings.sourceId))
		.where(eq(findings.id, sql.placeholder('id')))
		.prepare()
);

export type FindingRow = typeof findings.$inferSelect;

/**
 * A finding with its service and its step by name, and the journey it belongs to, if any. `step` is null for the whole
 * journey, and where the step has since gone from the map.
 */
export type FindingSeen = FindingRow & {
	service: string;
	foundByName: string;
	step: string | null;
	journey: Journey | null;
	thing: Thing;
};

/** A finding where the person may see it, else 404: one of a journey where they see the journey. DOMAIN section 1. */
export function findingSeen(db: Database, person: Person, id: string): FindingSeen {
	const found = one(db).get({ id });
	if (!found) notFound();
	const { finding, service, step } = found;
	const journey = finding.journeyId ? journeySeen(db, person, finding.journeyId) : null;
	const thing: Thing = journey
		? thingOf(journey)
		: { serviceId: finding.serviceId, ...(found.assessmentStatus ? { status: found.assessmentStatus } : {}) };
	if (!journey && !can(person, 'see finding', thing)) notFound();
	return { ...finding, service, step, journey, thing, foundByName: found.foundByName ?? 'Somebody who is no longer here' };
}

/** Whether there is a service whose findings the person may add by hand. */
export const mayAddByHand = (person: Person): boolean => servicesWhere(person, 'record finding').length > 0;

/**
 * Whether the person may change a finding, withdraw it and recommend for it: one on a journey while they review it, any
 * other if they work for its service. Nobody may change a gap: it stays as the assessment had it.
 */
export function mayChange(person: Person, { journey, source, serviceId }: FindingSeen): boolean {
	if (journey) return can(person, 'review journey', thingOf(journey));
	return source !== 'assessment' && can(person, 'record finding', { serviceId });
}

/** A finding that the person may change: 404 where it is out of sight, 403 where it can only be read. */
export function findingToChange(db: Database, person: Person, id: string): FindingSeen {
	const finding = findingSeen(db, person, id);
	if (!mayChange(person, finding)) forbidden();
	return finding;
}
