import { eq } from 'drizzle-orm';
import { evidence } from '#lib/domain/evidence/tables.ts';
import { fieldsChanged, standing, type Image, type StageRow, type StepRow } from './map-rows.server.ts';
import { placeInMap, placeInStage } from './positions.server.ts';
import type { MapRows } from './rows-in-change.server.ts';

type Placed = StageRow | StepRow;
type Turn = { from: Image; to: Image; now: Image['row'] };

/**
 * Turns rows from what one change left to what another had: undo from after to before, redo from before to after.
 * Only fields that the change touched are turned, so that what others wrote beside them stays. False, and nothing is
 * written, where one of them is no longer as the change left it.
 */
export function turn(rows: MapRows, from: Image[], to: Image[]): boolean {
	const turns = from.map((image, i): Turn => ({ from: image, to: to[i] as Image, now: standing(rows.tx, image.table, image.id) }));
	if (!turns.every((one) => canTurn(rows, one, turns))) return false;
	const of = (table: Image['table']) => turns.filter((one) => one.to.table === table);
	// children go first and come last
	for (const table of ['evidence', 'step'] as const) for (const { to, now } of of(table)) if (!to.row && now) rows.take(table, to.id);
	for (const table of ['stage', 'step', 'evidence'] as const) for (const one of of(table)) if (one.to.row) put(rows, one);
	for (const { to, now } of of('stage')) if (!to.row && now) rows.take('stage', to.id);
	for (const { to } of turns) if (to.row && to.table !== 'evidence') makeRoom(rows, to, turns);
	return true;
}

function canTurn(rows: MapRows, { from, to, now }: Turn, turns: Turn[]): boolean {
	if (from.table === 'evidence') return true;
	if (!from.row) return now === null && stageStands(rows, to, turns);
	if (!now) return false;
	if (to.row) return fieldsChanged(from.row, to.row).every((field) => same(now, from.row, field)) && stageStands(rows, to, turns);
	if (fieldsChanged(from.row, now).length) return false;
	return from.table !== 'stage' || rows.stepsIn(from.id).every(({ id }) => turns.some((one) => one.from.id === id));
}

const same = (now: object, then: object | null, field: string) => now[field as keyof object] === then?.[field as keyof object];

/** Whether the stage a step is to stand in is there, or comes back with it. */
function stageStands(rows: MapRows, to: Image, turns: Turn[]): boolean {
	if (to.table !== 'step' || !to.row) return true;
	const { stageId } = to.row;
	return turns.some((one) => one.to.id === stageId && one.to.row) || rows.stage(stageId) !== undefined;
}

function put(rows: MapRows, { from, to, now }: Turn): void {
	if (to.table === 'evidence') {
		const known = rows.tx
			.select({ id: evidence.id })
			.from(evidence)
			.where(eq(evidence.id, to.row?.evidenceId ?? ''))
			.get();
		if (known && to.row && standing(rows.tx, 'step', to.row.stepId)) rows.put('evidence', to.id, to.row);
	} else if (!now || !from.row) {
		// a row that comes back is none that anybody still has on the screen
		if (to.row) rows.put(to.table, to.id, { ...to.row, version: to.row.version + 1 } as never);
	} else {
		const turned = Object.fromEntries(fieldsChanged(from.row, to.row as Placed).map((field) => [field, to.row?.[field as keyof object]]));
		rows.put(to.table, to.id, { ...now, ...turned } as never);
	}
}

/** Where somebody else's row has taken the place meanwhile, this one goes before it. */
function makeRoom(rows: MapRows, { table, id }: Image, turns: Turn[]): void {
	if (table === 'step') {
		const step = rows.step(id);
		const taken = step && rows.stepsIn(step.stageId).find((other) => other.position === step.position && !isOf(turns, other.id));
		if (taken) rows.put('step', id, { ...step, position: placeInStage(rows, step.stageId, taken.id, id) });
	} else if (table === 'stage') {
		const stage = rows.stage(id);
		const taken = stage && rows.stagesIn(stage.mapId).find((other) => other.position === stage.position && !isOf(turns, other.id));
		if (taken) rows.put('stage', id, { ...stage, position: placeInMap(rows, stage.mapId, taken.id, id) });
	}
}

const isOf = (turns: Turn[], id: string) => turns.some((one) => one.from.id === id);
