import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/domain/access/person.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { changing, quoted, unknownStep, type Changed, type OfJourney } from './changing.server.ts';
import type { StepRow } from './map-rows.server.ts';
import { placeInStage } from './positions.server.ts';
import type { MapRows } from './rows-in-change.server.ts';
import { staleStep } from './saving.server.ts';
import { emptyStep, type StepFields } from './step-fields.ts';

type Second = Outcome<{ stepId: string; version: number } & Changed>;

/** Puts a new step right after another, in the same stage. */
function addAfter(rows: MapRows, step: StepRow, fields: StepFields): string {
	const inOrder = rows.stepsIn(step.stageId).map(({ id }) => id);
	const before = inOrder[inOrder.indexOf(step.id) + 1] ?? null;
	const id = randomUUID();
	const position = placeInStage(rows, step.stageId, before);
	rows.put('step', id, { ...fields, id, mapId: step.mapId, stageId: step.stageId, position, fromStepId: null, version: 1 });
	return id;
}

/**
 * Puts a copy of a step right after it. The copy is not evidenced and comes from no step of the as-is map: evidence and
 * origin belong to the first.
 */
export function duplicateStep(db: Database, person: Person, journey: OfJourney, stepId: string): Second {
	return changing(db, person, journey, (rows) => {
		const step = rows.step(stepId);
		if (!step) return unknownStep;
		const id = addAfter(rows, step, { ...step, evidenced: 'none' });
		const what = `duplicated step ${quoted(step.does)}`;
		return { mapId: step.mapId, what, about: { kind: 'map step', id }, gives: { stepId: id, version: 1 } };
	});
}

/** Where one text becomes two: at its first line end, else at the end of its first sentence. */
function halvesOf(text: string): [string, string] {
	const [, first = text, second = ''] = /^([^\n]+)\n+([^]+)$/.exec(text) ?? /^(.+?[.;])\s+([^]+)$/.exec(text) ?? [];
	return [first.trim(), second.trim()];
}

/**
 * Makes two steps of one. What the customer does is parted at the first line end or sentence end; where there is none the
 * second begins with the same words, to be changed. Both keep who serves and by what channel; what was measured, felt and
 * shown stays with the first, since nobody measured the halves.
 */
export function splitStep(db: Database, person: Person, journey: OfJourney, stepId: string, version?: number): Second {
	return changing(db, person, journey, (rows) => {
		const step = rows.step(stepId);
		if (!step) return unknownStep;
		const stale = staleStep(rows, step, version);
		if (stale) return stale;
		const [does, rest] = halvesOf(step.does);
		const first = rows.put('step', stepId, { ...step, does });
		const { channel, servedBy } = step;
		const id = addAfter(rows, first, { ...emptyStep, does: rest || does, channel, servedBy });
		const what = `split step ${quoted(step.does)} in two`;
		return { mapId: step.mapId, what, about: { kind: 'map step', id: stepId }, gives: { stepId: id, version: first.version } };
	});
}
