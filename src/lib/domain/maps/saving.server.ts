import type { Person } from '#lib/domain/access/person.ts';
import { refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import type { Database } from '#lib/server/database.ts';
import { stageFault, type StageTyped } from './adding.server.ts';
import { changing, quoted, unknownStage, unknownStep, type Changed, type OfJourney } from './changing.server.ts';
import { formLabels, inFormWords } from './editor/form-words.ts';
import type { StepRow } from './map-rows.server.ts';
import type { MapRows } from './rows-in-change.server.ts';
import { faultsIn, stepFieldNames, withTyped, type StepFields, type StepTyped } from './step-fields.ts';

/** Of a row or of what was typed, only what can be typed. */
export const typedOf = (step: StepFields): StepFields =>
	Object.fromEntries(stepFieldNames.map((field) => [field, step[field]])) as StepFields;

/** The refusal where a step is no longer as the person saw it; null where it is, or where they did not say. Both texts read as in the form. */
export function staleStep(rows: MapRows, step: StepRow, version: number | undefined, mine: Partial<StepFields> = {}): Refused | null {
	if (version === undefined || version === step.version) return null;
	const stands = { ...inFormWords(typedOf(step)), version: step.version };
	return staleSave(rows.tx, { kind: 'map step', id: step.id }, stands, inFormWords(mine), formLabels);
}

/**
 * Saves some fields of one step, from the version the person saw; what is not told stays as it is, and saving what
 * stands changes nothing. Stale, with both texts of what was typed, where somebody saved the step since. It reads and
 * writes this one step, so that it costs the same in a map of any size. DOMAIN sections 4 and 8.
 */
export function saveStep(
	db: Database,
	person: Person,
	journey: OfJourney,
	stepId: string,
	typed: Partial<StepTyped>,
	version: number
): Outcome<{ version: number } & Changed> {
	return changing(db, person, journey, (rows) => {
		const step = rows.step(stepId);
		if (!step) return unknownStep;
		const next = withTyped(typedOf(step), typed);
		const names = Object.keys(typed) as (keyof StepFields)[];
		const stale = staleStep(rows, step, version, Object.fromEntries(names.map((name) => [name, next[name]])));
		if (stale) return stale;
		const [fault] = faultsIn(next);
		if (fault) return refused('fault', fault.text, fault.field);
		const saved = rows.put('step', stepId, { ...step, ...next });
		return {
			mapId: step.mapId,
			what: `changed step ${quoted(next.does)}`,
			about: { kind: 'map step', id: stepId },
			gives: { version: saved.version }
		};
	});
}

/** Saves the name of a stage and who is there, as `saveStep` does. */
export function saveStage(
	db: Database,
	person: Person,
	journey: OfJourney,
	stageId: string,
	typed: Partial<StageTyped>,
	version: number
): Outcome<{ version: number } & Changed> {
	return changing(db, person, journey, (rows) => {
		const stage = rows.stage(stageId);
		if (!stage) return unknownStage;
		const labels = { name: 'Name of the stage', who: 'Who is there' };
		if (stage.version !== version) return staleSave(rows.tx, { kind: 'map stage', id: stageId }, stage, typed, labels);
		const next = { name: stage.name, who: stage.who, ...typed };
		const fault = stageFault(next);
		if (fault) return fault;
		const saved = rows.put('stage', stageId, { ...stage, ...next });
		return {
			mapId: stage.mapId,
			what: `changed stage ${quoted(next.name)}`,
			about: { kind: 'map stage', id: stageId },
			gives: { version: saved.version }
		};
	});
}
