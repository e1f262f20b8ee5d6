import * as v from 'valibot';
import { channels } from '#lib/domain/journeys/channels.ts';
import { evidencings, mapKinds, servers } from '#lib/domain/maps/step-words.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { decodeText } from '../decoding-text.ts';
import type { Problem } from '../sheet.ts';
import type { FileRow } from '../tables.ts';
import { format, formatVersion } from './map-json.ts';
import { noSteps } from './planning-map.ts';

const text = v.optional(v.string('This must be text'), '');
const whole = v.optional(v.nullable(v.pipe(v.number('This must be a number or null'), v.integer('This must be a whole number'))), null);
const oneOf = <const T extends readonly string[]>(values: T) => v.picklist(values, `This must be one of: ${values.join(', ')}`);

const stepSchema = v.strictObject({
	id: v.optional(v.string('This must be text')),
	version: whole,
	fromStepId: v.optional(v.nullable(v.string('This must be text or null')), null),
	does: v.string('This must be text'),
	wants: text,
	channel: v.optional(v.nullable(oneOf(channels)), null),
	servedBy: v.optional(oneOf(servers), 'nobody'),
	backstage: text,
	systems: text,
	emotion: whole,
	quote: text,
	waitingMinutes: whole,
	handlingMinutes: whole,
	momentOfTruth: v.optional(v.boolean('This must be true or false'), false),
	demand: whole,
	failureDemand: whole,
	painPoints: text,
	evidenced: v.optional(oneOf(evidencings), 'none')
});
const mapSchema = v.strictObject({
	$schema: v.optional(v.string()),
	format: v.literal(format),
	formatVersion: v.literal(formatVersion),
	journey: v.optional(v.object({})),
	kind: v.optional(oneOf(mapKinds)),
	stages: v.array(
		v.strictObject({ name: v.string('This must be text'), who: text, steps: v.array(stepSchema, 'This must be a list of steps') }),
		'This must be a list of stages'
	)
});

const asObject = (value: unknown) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});

/**
 * Reads a map from JSON after the published schema. Refused where it is no JSON, no map or of another schema version; what
 * is wrong inside is told by its place. A row's number is that of the step, counted from the first.
 */
export function readMapJson(bytes: Uint8Array): Outcome<{ rows: FileRow[]; problems: Problem[]; notes: string[] }> {
	const decoded = decodeText(bytes);
	if (!decoded.ok) return decoded;
	let value: unknown;
	try {
		value = JSON.parse(decoded.text);
	} catch (problem) {
		return refused('no-json', `The file is not JSON: ${problem instanceof Error ? problem.message : 'it cannot be read'}`, 'file');
	}
	const head = asObject(value);
	if (head.format !== format)
		return refused('other-format', `The file is not a map: its “format” must be “${format}”. Compare it with the published schema`, 'file');
	if (head.formatVersion !== formatVersion)
		return refused(
			'other-version',
			`The file is of version ${String(head.formatVersion ?? 'unknown').slice(0, 20)} of the map format, and only version ${formatVersion} can be read`,
			'file'
		);
	const read = v.safeParse(mapSchema, value, { abortPipeEarly: true });
	if (read.success) {
		const rows = rowsOf(read.output);
		return done({ rows, problems: rows.length ? [] : [{ row: 0, column: '', text: noSteps }], notes: [] });
	}
	const problems = read.issues.map(({ path, message, type, received }) => ({
		row: 0,
		column: (path ?? []).map(({ key }) => (typeof key === 'number' ? key + 1 : String(key))).join(' '),
		text: type !== 'strict_object' ? message : received === 'undefined' ? 'This is missing' : 'The schema has no such field'
	}));
	return done({ rows: [], problems, notes: [] });
}

const cell = (value: unknown) =>
	value === null || value === undefined ? '' : value === true ? 'yes' : value === false ? 'no' : String(value);

function rowsOf({ stages }: v.InferOutput<typeof mapSchema>): FileRow[] {
	let row = 0;
	return stages.flatMap(({ name, who, steps }, i): FileRow[] => {
		const stage = { stageNumber: String(i + 1), stage: name, who };
		if (!steps.length) return [{ row: 0, cells: { ...stage, does: '' } }];
		return steps.map((step) => ({
			row: ++row,
			cells: { ...stage, ...Object.fromEntries(Object.entries(step).map(([key, value]) => [key, cell(value)])) }
		}));
	});
}
