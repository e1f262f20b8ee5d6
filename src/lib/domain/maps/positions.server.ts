import { sql, type SQL } from 'drizzle-orm';
import { rowsOf } from '#lib/server/prepared-query.ts';
import type { MapRows } from './rows-in-change.server.ts';
import { mapStages, mapSteps } from './tables.ts';

/** Between neighbours there is room for twenty halvings before a stage has to be numbered anew. */
export const gap = 2 ** 20;

type Among = { table: typeof mapStages | typeof mapSteps; within: SQL };
type At = { at: number | null };

const lastAt = (rows: MapRows, { table, within }: Among, moving: string) =>
	rowsOf<At>(rows.tx, sql`select max(position) as at from ${table} where ${within} and id <> ${moving}`)[0]?.at ?? null;
const lastBelow = (rows: MapRows, { table, within }: Among, moving: string, position: number) =>
	rowsOf<At>(rows.tx, sql`select max(position) as at from ${table} where ${within} and position < ${position} and id <> ${moving}`)[0]
		?.at ?? null;

/** Between two positions, null for none; undefined where there is no room left. */
function between(below: number | null, above: number | null): number | undefined {
	if (above === null) return below === null ? 0 : below + gap;
	if (below === null) return above - gap;
	const middle = Math.floor((below + above) / 2);
	return middle > below ? middle : undefined;
}

/** A position in a stage for a step that goes before another of it, or last. Numbers the stage anew only when a gap is used up. */
export function placeInStage(rows: MapRows, stageId: string, before: string | null, moving = ''): number {
	const among = { table: mapSteps, within: sql`stage_id = ${stageId}` };
	const positionOf = () => (before === null ? null : (rows.step(before)?.position ?? null));
	const place = () => placeAmong(rows, among, moving, positionOf());
	const found = place();
	if (found !== undefined) return found;
	rows.stepsIn(stageId).forEach((step, i) => void rows.put('step', step.id, { ...step, position: (i + 1) * gap }));
	return place() ?? 0;
}

/** A position in a map for a stage that goes before another, or last. */
export function placeInMap(rows: MapRows, mapId: string, before: string | null, moving = ''): number {
	const among = { table: mapStages, within: sql`map_id = ${mapId}` };
	const positionOf = () => (before === null ? null : (rows.stage(before)?.position ?? null));
	const place = () => placeAmong(rows, among, moving, positionOf());
	const found = place();
	if (found !== undefined) return found;
	rows.stagesIn(mapId).forEach((stage, i) => void rows.put('stage', stage.id, { ...stage, position: (i + 1) * gap }));
	return place() ?? 0;
}

function placeAmong(rows: MapRows, among: Among, moving: string, above: number | null): number | undefined {
	return above === null ? between(lastAt(rows, among, moving), null) : between(lastBelow(rows, among, moving, above), above);
}
