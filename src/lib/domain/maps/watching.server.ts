import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { Image } from './map-rows.server.ts';
import type { MapStage, MapStep } from './map.ts';
import { mapChanges, mapStages, mapSteps } from './tables.ts';

/** The number of a map's last change; 0 for none. Whoever opens a map asks for what came after it. */
export function lastChange(db: Database, mapId: string): number {
	const last = db
		.select({ number: mapChanges.number })
		.from(mapChanges)
		.where(eq(mapChanges.mapId, mapId))
		.orderBy(desc(mapChanges.number));
	return last.limit(1).get()?.number ?? 0;
}

export type Since = {
	/** The last change told: ask for what comes after it. */
	number: number;
	/** Who did what when, oldest first. */
	changes: { number: number; personId: string; by: string; what: string; at: number }[];
	/** What was changed, as it now stands. */
	stages: Omit<MapStage, 'steps'>[];
	steps: (MapStep & { stageId: string })[];
	/** The ids of stages and steps that are gone. */
	removed: string[];
	/** The whole order, for a page to follow moves by; empty where nothing was changed. */
	order: { stageId: string; steps: string[] }[];
};

/** So many changes are told at a time; whoever was away longer asks again from `number`. */
const mostAtOnce = 200;

/**
 * What was changed in a map after a change: which stages and steps, by whom, and the order in which they all now stand.
 * In one query where nothing was, else in five.
 */
export function changesSince(db: Database, mapId: string, number: number): Since {
	const rows = db
		.select({
			number: mapChanges.number,
			personId: mapChanges.personId,
			by: people.name,
			what: mapChanges.what,
			at: mapChanges.at,
			after: mapChanges.after
		})
		.from(mapChanges)
		.leftJoin(people, eq(people.id, mapChanges.personId))
		.where(and(eq(mapChanges.mapId, mapId), gt(mapChanges.number, number)))
		.orderBy(asc(mapChanges.number))
		.limit(mostAtOnce)
		.all();
	if (!rows.length) return { number, changes: [], stages: [], steps: [], removed: [], order: [] };
	const touched = rows.flatMap(({ after }) => after as Image[]);
	const idsOf = (table: Image['table']) => [...new Set(touched.filter((image) => image.table === table).map(({ id }) => id))];
	const stageIds = idsOf('stage');
	const stepIds = [
		...new Set([...idsOf('step'), ...touched.flatMap((it) => (it.table === 'evidence' ? [it.id.split(' ')[0] ?? ''] : []))])
	];
	const stages = stageIds.length ? db.select().from(mapStages).where(inArray(mapStages.id, stageIds)).all() : [];
	const steps = stepIds.length ? db.select().from(mapSteps).where(inArray(mapSteps.id, stepIds)).all() : [];
	const there = new Set([...stages, ...steps].map(({ id }) => id));
	return {
		number: rows.at(-1)?.number ?? number,
		changes: rows.map(({ after: _, by, ...change }) => ({ ...change, by: by ?? 'Somebody' })),
		stages: stages.map(({ id, name, who, version }) => ({ id, name, who, version })),
		steps: steps.map(({ mapId: _, position: __, ...step }) => step),
		removed: [...stageIds, ...stepIds].filter((id) => !there.has(id)),
		order: orderOf(db, mapId)
	};
}

function orderOf(db: Database, mapId: string): Since['order'] {
	const stages = db.select({ id: mapStages.id }).from(mapStages).where(eq(mapStages.mapId, mapId)).orderBy(asc(mapStages.position)).all();
	const steps = db
		.select({ id: mapSteps.id, stageId: mapSteps.stageId })
		.from(mapSteps)
		.where(eq(mapSteps.mapId, mapId))
		.orderBy(asc(mapSteps.stageId), asc(mapSteps.position))
		.all();
	const byStage = new Map<string, string[]>(stages.map(({ id }) => [id, []]));
	for (const { id, stageId } of steps) byStage.get(stageId)?.push(id);
	return [...byStage].map(([stageId, ids]) => ({ stageId, steps: ids }));
}
