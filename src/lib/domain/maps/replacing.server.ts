import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/domain/access/person.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { stageFault } from './adding.server.ts';
import { changing, quoted, unknownMap, type Changed, type OfJourney } from './changing.server.ts';
import { gap } from './positions.server.ts';
import type { MapRows } from './rows-in-change.server.ts';
import { faultsIn, type StepFields } from './step-fields.ts';
import type { MapKind } from './step-words.ts';

/** A map as it is to be: stages and steps that are there already by their id, new ones without. */
export type WantedStep = StepFields & { id: string | null; fromStepId: string | null };
export type WantedStage = { id: string | null; name: string; who: string; steps: WantedStep[] };

/**
 * Puts another content in place of a map's, all of it or nothing, as one change that `undo` takes back. What stays the
 * same is not touched. Ids that are not of this map count as new. `what` says where it comes from, in the map's history.
 */
export function replaceMap(
	db: Database,
	person: Person,
	journey: OfJourney,
	kind: MapKind,
	wanted: WantedStage[],
	what: string
): Outcome<Changed> {
	return changing(db, person, journey, (rows) => {
		const mapId = rows.mapId(kind);
		if (!mapId) return unknownMap;
		const steps = wanted.flatMap((stage) => stage.steps);
		if (!steps.length) return refused('no-steps', 'There are no steps in it. A map needs at least one');
		const fault = wanted.map(stageFault).find((one) => one !== null);
		if (fault) return fault;
		for (const step of steps) {
			const [wrong] = faultsIn(step);
			if (wrong) return refused('fault', `Step ${quoted(step.does)}: ${wrong.text}`);
		}
		fill(rows, mapId, wanted);
		return { mapId, what, about: { kind: 'map', id: mapId }, gives: {} };
	});
}

function fill(rows: MapRows, mapId: string, wanted: WantedStage[]): void {
	const before = rows.stagesIn(mapId);
	const stages = new Map(before.map((stage) => [stage.id, stage]));
	const steps = new Map(before.flatMap((stage) => rows.stepsIn(stage.id)).map((step) => [step.id, step]));
	const known = (id: string | null, among: Map<string, unknown>) => (id !== null && among.has(id) ? id : randomUUID());
	const inPlace = wanted.map((stage) => ({
		...stage,
		id: known(stage.id, stages),
		steps: stage.steps.map((step) => ({ ...step, id: known(step.id, steps) }))
	}));
	const kept = new Set(inPlace.flatMap(({ steps }) => steps.map(({ id }) => id)));
	for (const id of steps.keys()) if (!kept.has(id)) rows.take('step', id);
	const stageAt = positionsOf(inPlace.map(({ id }) => stages.get(id)?.position));
	inPlace.forEach(({ id, name, who, steps: wantedSteps }, i) => {
		rows.put('stage', id, { id, mapId, position: stageAt[i] ?? 0, name, who, version: stages.get(id)?.version ?? 1 });
		const stepAt = positionsOf(wantedSteps.map((step) => (steps.get(step.id)?.stageId === id ? steps.get(step.id)?.position : undefined)));
		wantedSteps.forEach((step, at) => {
			const version = steps.get(step.id)?.version ?? 1;
			rows.put('step', step.id, { ...step, mapId, stageId: id, position: stepAt[at] ?? 0, version });
		});
	});
	const wantedStages = new Set(inPlace.map(({ id }) => id));
	for (const id of stages.keys()) if (!wantedStages.has(id)) rows.take('stage', id);
}

/** The positions as they are where they are in order already, else new ones. */
function positionsOf(now: (number | undefined)[]): number[] {
	const inOrder = now.every((at, i) => at !== undefined && (i === 0 || (now[i - 1] ?? 0) < at));
	return now.map((at, i) => (inOrder && at !== undefined ? at : (i + 1) * gap));
}
