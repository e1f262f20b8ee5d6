import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import type { JourneyMap, MapStep } from './map.ts';
import type { MapKind } from './step-words.ts';
import { maps, mapStages, mapSteps } from './tables.ts';

/** The map of a journey with its stages and steps in order, in three queries; null where it was not begun. */
export function mapOf(db: Database, journeyId: string, kind: MapKind): JourneyMap | null {
	const map = db
		.select({ id: maps.id })
		.from(maps)
		.where(and(eq(maps.journeyId, journeyId), eq(maps.kind, kind)))
		.get();
	if (!map) return null;
	const stages = db.select().from(mapStages).where(eq(mapStages.mapId, map.id)).orderBy(asc(mapStages.position)).all();
	const steps = db.select().from(mapSteps).where(eq(mapSteps.mapId, map.id)).orderBy(asc(mapSteps.position)).all();
	const byStage = new Map<string, MapStep[]>(stages.map(({ id }) => [id, []]));
	for (const { mapId: _, stageId, position: __, ...step } of steps) byStage.get(stageId)?.push(step);
	return {
		id: map.id,
		kind,
		stages: stages.map(({ id, name, who, version }) => ({ id, name, who, version, steps: byStage.get(id) ?? [] }))
	};
}
