import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { journeys } from '#lib/domain/journeys/tables.ts';
import { stepEntries } from '#lib/domain/maps/forms.ts';
import type { JourneyMap } from '#lib/domain/maps/map.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { replaceMap } from '#lib/domain/maps/replacing.server.ts';
import {
	emptyStep,
	mostStageName,
	mostStageWho,
	mostText,
	stepFieldNames,
	stepLabels,
	withTyped,
	type StepTyped
} from '#lib/domain/maps/step-fields.ts';
import { maps } from '#lib/domain/maps/tables.ts';
import { line, optionalLine, text } from '#lib/server/fields.ts';
import type { Database } from '#lib/server/database.ts';
import { importKind, type ImportKind, type Plan, type Typed } from '../import-kind.ts';
import { mapColumns } from '../maps/map-columns.ts';
import { readMapJson } from '../maps/reading-map-json.ts';
import { readMermaid } from '../maps/reading-mermaid.ts';
import { planMap, type MapRow } from '../maps/planning-map.ts';

const number = (label: string) =>
	v.pipe(
		v.string(),
		v.trim(),
		v.regex(/^\d{0,9}$/, `${label} must be a number, as the file had it`),
		v.transform((typed) => (typed === '' ? null : Number(typed)))
	);
const id = v.pipe(v.string(), v.trim(), v.maxLength(60, 'This is not the id of a step'));

const { does: _, ...otherEntries } = stepEntries;
/** What a file does not tell of is left out, so that it stays as it is. */
const rowSchema = v.pipe(
	v.object({
		stage: line('the stage', 'Stage', mostStageName),
		does: text(stepLabels.does, mostText.does),
		...v.partial(v.object(otherEntries)).entries,
		stageNumber: v.optional(number('Stage no.')),
		who: v.optional(optionalLine('Who is there', mostStageWho)),
		id: v.optional(id),
		fromStepId: v.optional(id),
		version: v.optional(number('Version')),
		neutralIsUnknown: v.optional(
			v.pipe(
				v.string(),
				v.transform((said) => said !== '')
			)
		)
	}),
	v.transform((row): MapRow => {
		const step = withTyped(emptyStep, row as Partial<StepTyped>);
		const stageOnly = !row.id && stepFieldNames.every((field) => step[field] === emptyStep[field]);
		return { ...row, stageOnly } as MapRow;
	})
);

/** The map a file goes into, with its journey; undefined for one that does not exist. */
function goalOf(
	db: Database,
	mapId: string
): { map: JourneyMap; journey: { id: string; state: typeof journeys.$inferSelect.state } } | undefined {
	const found = db
		.select({ id: journeys.id, state: journeys.state, kind: maps.kind })
		.from(maps)
		.innerJoin(journeys, eq(journeys.id, maps.journeyId))
		.where(eq(maps.id, mapId))
		.get();
	const map = found && mapOf(db, found.id, found.kind);
	return map ? { map, journey: found } : undefined;
}

function plan(db: Database, rows: Typed<MapRow>[], into: string, ownStages: boolean, from: string): Plan {
	const goal = goalOf(db, into);
	if (!goal) throw new Error(`There is no map ${into}`);
	const { map, journey } = goal;
	const { problems, changes, stages } = planMap(map, rows, ownStages);
	if (journey.state !== 'open') problems.push({ row: 0, column: '', text: 'The map cannot be changed: this review is over' });
	const first = changes.findIndex(({ what }) => what !== 'same');
	return {
		problems,
		// one change of the map, so that one undo takes it back
		steps: changes.map((change, i) =>
			i === first
				? {
						...change,
						run: (tx, person) => replaceMap(tx, person, journey, map.kind, stages, `brought in the ${map.kind} map from ${from}`)
					}
				: change
		)
	};
}

const kindOf = (kind: string, name: string, about: string, ownStages: boolean, notes: string[], read?: ImportKind['read']) =>
	importKind<MapRow>({
		kind,
		name,
		about,
		columns: mapColumns,
		notes,
		...(read ? { read } : {}),
		schema: rowSchema,
		plan: (db, rows, { into }) => plan(db, rows, into, ownStages, name)
	});

/** A map as CSV or XLSX, one row a step. It may name only stages that the map has, unless the map has none yet. */
export const mapImport = kindOf('map', 'a spreadsheet', 'The steps of a map, one row a step.', false, [
	'Rows that are taken out are steps taken out of the map.',
	'A column that is taken out leaves what it held as it is.'
]);

/** A map as JSON of the published schema. */
export const mapJsonImport = kindOf('map-json', 'a JSON file', 'A whole map with its stages.', true, [], readMapJson);

/** A map as Mermaid journey text. */
export const mapMermaidImport = kindOf('map-mermaid', 'a Mermaid text', 'Stages, steps, feelings and who serves.', true, [], readMermaid);
