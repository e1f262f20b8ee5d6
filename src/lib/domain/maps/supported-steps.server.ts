import { and, asc, desc, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { inSight } from '#lib/domain/journeys/narrowing.server.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { maps, mapSteps, stepEvidence } from './tables.ts';

/** A piece seldom supports more steps than this. */
const mostShown = 200;

/** The steps of maps that a piece of evidence supports, of the journeys this person may see, the newest journey first. */
export const stepsSupportedBy = (db: Database, person: Person, evidenceId: string) =>
	db
		.select({ id: mapSteps.id, does: mapSteps.does, kind: maps.kind, journeyId: journeys.id, journey: journeys.name })
		.from(stepEvidence)
		.innerJoin(mapSteps, eq(mapSteps.id, stepEvidence.stepId))
		.innerJoin(maps, eq(maps.id, mapSteps.mapId))
		.innerJoin(journeys, eq(journeys.id, maps.journeyId))
		.where(and(eq(stepEvidence.evidenceId, evidenceId), inSight(person)))
		.orderBy(desc(journeys.number), asc(maps.kind), asc(mapSteps.stageId), asc(mapSteps.position))
		.limit(mostShown)
		.all();
