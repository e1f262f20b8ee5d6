import type { JourneyMap, MapStage, MapStep } from '#lib/domain/maps/map.ts';
import type { WantedStage, WantedStep } from '#lib/domain/maps/replacing.server.ts';
import { emptyStep, faultsIn, stepFieldNames, stepLabels, withTyped, type StepTyped } from '#lib/domain/maps/step-fields.ts';
import type { Problem } from '../sheet.ts';
import type { Change } from '../tables.ts';
import { orderLines, short, stageLines, stepLine } from './map-changes.ts';

/** A row of a file: a step with its stage, or a stage alone. What the file does not tell of is not there. */
export type MapRow = Partial<StepTyped> & {
	stage: string;
	stageNumber?: number | null;
	who?: string;
	id?: string;
	fromStepId?: string;
	version?: number | null;
	/** Nothing in it but the stage. */
	stageOnly: boolean;
	/** True where a neutral emotion may also stand for one that is not known. */
	neutralIsUnknown?: boolean;
};
/** What is said of a file without a step. */
export const noSteps = 'There are no steps in the file. A map needs at least one';
type Read = { row: number; is: MapRow };

export type PlannedMap = { problems: Problem[]; changes: Change[]; stages: WantedStage[] };

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * What a file would make of a map. A file whose stages are the map's (`ownStages` false) may name only those, unless the
 * map has none yet; one that brings its own replaces them. Steps are known by their id, else by what the customer does.
 */
export function planMap(map: JourneyMap, rows: Read[], ownStages: boolean): PlannedMap {
	const problems: Problem[] = [];
	const problem = (row: number, column: string, text: string) => void problems.push({ row, column, text });
	const stages = stagesFor(map, rows, ownStages || !map.stages.length, problem);
	const steps = map.stages.flatMap((stage) => stage.steps);
	const known = knownSteps(steps, rows, problem);
	const changes: Change[] = [];
	const taken = new Set<string>();
	for (const { row, is } of rows) {
		const stage = stages.get(is);
		if (!stage || is.stageOnly) continue;
		const now = known.get(is);
		if (now) taken.add(now.id);
		const wanted = wantedStep(is, now);
		stage.steps.push(wanted);
		for (const { field, text } of faultsIn(wanted)) problem(row, stepLabels[field], text);
		const line = stepLine(row, wanted, now, stage, map);
		if (line.what !== 'same' && now && typeof is.version === 'number' && is.version !== now.version)
			problem(
				row,
				'Version',
				`Somebody changed this step after the file was made. Take the file anew, or write ${now.version} here to replace what they wrote`
			);
		changes.push(line);
	}
	const wanted = [...new Set([...stages.values()])];
	for (const step of steps) if (!taken.has(step.id)) changes.push({ row: 0, what: 'change', text: `Removes step ${short(step.does)}` });
	changes.push(...stageLines(map, wanted), ...orderLines(map, wanted));
	if (rows.length && !wanted.some((stage) => stage.steps.length) && !problems.length) problem(0, '', noSteps);
	return { problems, changes, stages: wanted };
}

type Say = (row: number, column: string, text: string) => void;

/** The stage of each row, in the order they are to stand. */
function stagesFor(map: JourneyMap, rows: Read[], fromFile: boolean, problem: Say): Map<MapRow | MapStage, WantedStage> {
	const found = new Map<MapRow | MapStage, WantedStage>();
	const byStage = new Map<string, WantedStage>();
	const of = (stage: MapStage): WantedStage => ({ id: stage.id, name: stage.name, who: stage.who, steps: [] });
	if (!fromFile) for (const stage of map.stages) found.set(stage, of(stage));
	const used = new Set<string>();
	for (const { row, is } of rows) {
		const at = typeof is.stageNumber === 'number' ? map.stages[is.stageNumber - 1] : undefined;
		const now = at && same(at.name, is.stage) ? at : map.stages.find(({ name }) => same(name, is.stage));
		if (!fromFile) {
			const stage = now && found.get(now);
			if (stage) found.set(is, stage);
			else
				problem(
					row,
					'Stage',
					`There is no stage ${short(is.stage)} in this map: ${map.stages.map(({ name }) => short(name)).join(', ')}. Put the name right, or add the stage to the map first`
				);
		} else {
			const key = `${is.stageNumber ?? ''} ${is.stage.trim().toLowerCase()}`;
			let stage = byStage.get(key);
			if (!stage) {
				const free = now && !used.has(now.id) ? now : undefined;
				if (free) used.add(free.id);
				stage = { id: free?.id ?? null, name: is.stage, who: is.who ?? free?.who ?? '', steps: [] };
				byStage.set(key, stage);
			}
			found.set(is, stage);
		}
		const stage = found.get(is);
		if (stage && is.who) stage.who = is.who;
	}
	return found;
}

/** Which step of the map each row is about. */
function knownSteps(steps: MapStep[], rows: Read[], problem: Say): Map<MapRow, MapStep> {
	const byId = new Map(steps.map((step) => [step.id, step]));
	const known = new Map<MapRow, MapStep>();
	const seen = new Map<string, number>();
	// of a file made from another map no id is known here: then all its steps are new
	const isOurs = rows.some(({ is }) => is.id && byId.has(is.id));
	for (const { row, is } of rows) {
		if (!is.id || !isOurs) continue;
		const step = byId.get(is.id);
		if (!step) problem(row, 'Step id', 'This step is not in the map any more. Empty the cell to add it as a new one');
		else if (seen.has(step.id))
			problem(row, 'Step id', `Row ${seen.get(step.id)} is about the same step. Empty the cell to add this one as new`);
		else known.set(is, step);
		seen.set(is.id, seen.get(is.id) ?? row);
	}
	const left = steps.filter(({ id }) => !seen.has(id));
	for (const { is } of rows) {
		if (known.has(is) || is.stageOnly || (is.id && isOurs)) continue;
		const i = left.findIndex(({ does }) => same(does, is.does ?? ''));
		if (i >= 0) known.set(is, left.splice(i, 1)[0] as MapStep);
	}
	return known;
}

function wantedStep(row: MapRow, now: MapStep | undefined): WantedStep {
	const told = Object.fromEntries(Object.entries(row).filter(([key]) => key in emptyStep)) as Partial<StepTyped>;
	if (row.neutralIsUnknown && now?.emotion === null && told.emotion === 0) told.emotion = null;
	const fields = withTyped(now ? Object.assign({}, emptyStep, pick(now)) : emptyStep, told);
	return {
		...fields,
		id: now?.id ?? null,
		fromStepId: row.fromStepId ? row.fromStepId : row.fromStepId === undefined ? (now?.fromStepId ?? null) : null
	};
}

const pick = (step: MapStep) => Object.fromEntries(stepFieldNames.map((field) => [field, step[field]]));
