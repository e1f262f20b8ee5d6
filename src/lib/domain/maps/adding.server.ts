import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/domain/access/person.ts';
import { refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { changing, quoted, unknownMap, unknownStage, unknownStep, type Changed, type OfJourney } from './changing.server.ts';
import { placeInMap, placeInStage } from './positions.server.ts';
import { emptyStep, faultsIn, mostStageName, mostStageWho, withTyped, type StepTyped } from './step-fields.ts';
import type { MapKind } from './step-words.ts';

export type StageTyped = { name: string; who: string };

/** Refused where a stage has no name or too long a one. */
export function stageFault({ name, who }: StageTyped): Refused | null {
	if (name.trim() === '') return refused('fault', 'Enter a name for the stage', 'name');
	if (name.length > mostStageName) return refused('fault', `Name of the stage must be ${mostStageName} characters or fewer`, 'name');
	return who.length > mostStageWho ? refused('fault', `Who is there must be ${mostStageWho} characters or fewer`, 'who') : null;
}

/** Adds a stage to a map, before another or last. */
export function addStage(
	db: Database,
	person: Person,
	journey: OfJourney,
	kind: MapKind,
	{ name, who = '' }: { name: string; who?: string },
	before: string | null = null
): Outcome<{ stageId: string; version: number } & Changed> {
	return changing(db, person, journey, (rows) => {
		const mapId = rows.mapId(kind);
		if (!mapId) return unknownMap;
		const fault = stageFault({ name, who });
		if (fault) return fault;
		if (before !== null && rows.stage(before)?.mapId !== mapId) return unknownStage;
		const id = randomUUID();
		rows.put('stage', id, { id, mapId, position: placeInMap(rows, mapId, before), name, who, version: 1 });
		return { mapId, what: `added stage ${quoted(name)}`, about: { kind: 'map stage', id }, gives: { stageId: id, version: 1 } };
	});
}

/** Adds a step to a stage, before another of it or last. What is not told is empty. */
export function addStep(
	db: Database,
	person: Person,
	journey: OfJourney,
	stageId: string,
	typed: Partial<StepTyped> & { does: string },
	before: string | null = null
): Outcome<{ stepId: string; version: number } & Changed> {
	return changing(db, person, journey, (rows) => {
		const stage = rows.stage(stageId);
		if (!stage) return unknownStage;
		if (before !== null && rows.step(before)?.stageId !== stageId) return unknownStep;
		const fields = withTyped(emptyStep, typed);
		const [fault] = faultsIn(fields);
		if (fault) return refused('fault', fault.text, fault.field);
		const id = randomUUID();
		const position = placeInStage(rows, stageId, before);
		rows.put('step', id, { id, mapId: stage.mapId, stageId, position, ...fields, fromStepId: null, version: 1 });
		return {
			mapId: stage.mapId,
			what: `added step ${quoted(fields.does)} to stage ${quoted(stage.name)}`,
			about: { kind: 'map step', id },
			gives: { stepId: id, version: 1 }
		};
	});
}
