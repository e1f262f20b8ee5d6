import * as v from 'valibot';
import { isMap, isNode, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { channels } from '#lib/domain/journeys/channels.ts';
import { emptyStep, faultsIn, mostStageName, mostStageWho, type StepFields } from './step-fields.ts';
import { servers } from './step-words.ts';

/** What a map can be begun from: stages and steps without anything measured. */
export type Template = { id: string; name: string; about: string; stages: { name: string; who: string; steps: StepFields[] }[] };
/** What is wrong in a template's file, for the council officer who wrote it. */
export type TemplateProblem = { file: string; line: number; field: string; text: string };

const some = (most: number) => v.pipe(v.string('Write this as text'), v.trim(), v.maxLength(most, `Use ${most} characters or fewer`));
const words = (most: number) => v.pipe(some(most), v.nonEmpty('Write something here'));
const step = v.pipe(
	v.strictObject({
		does: words(300),
		wants: v.optional(some(300), ''),
		channel: v.optional(v.nullable(v.picklist(channels, `Use one of: ${channels.join(', ')}`)), null),
		servedBy: v.picklist(servers, `Use one of: ${servers.join(', ')}`),
		backstage: v.optional(some(1000), ''),
		systems: v.optional(some(300), '')
	}),
	v.transform((typed): StepFields => ({ ...emptyStep, ...typed })),
	v.check((step) => faultsIn(step).length === 0, 'This step does not fit together')
);
const templateSchema = v.strictObject({
	id: v.pipe(v.string('Write this as text'), v.regex(/^[a-z][a-z-]{2,50}$/, 'Use small letters and hyphens')),
	name: words(120),
	about: words(300),
	stages: v.pipe(
		v.array(
			v.strictObject({
				name: words(mostStageName),
				who: v.optional(some(mostStageWho), ''),
				steps: v.pipe(v.array(step, 'List the steps, each with a dash'), v.minLength(1, 'List at least one step'))
			}),
			'List the stages, each with a dash'
		),
		v.minLength(1, 'List at least one stage')
	)
});

/**
 * Reads a template (YAML) and says everything that is wrong with it, in order of lines. Times, volumes and emotions have no
 * place in it: a template cannot know them. `file` is only the name shown in the problems.
 */
export function readTemplate(text: string, file: string): { ok: true; template: Template } | { ok: false; problems: TemplateProblem[] } {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
	const lineAt = (offset: number) => lines.linePos(offset).line;
	if (document.errors.length)
		return {
			ok: false,
			problems: document.errors.map((error) => ({ file, line: lineAt(error.pos[0]), field: 'the file', text: error.message }))
		};
	const read = v.safeParse(templateSchema, document.toJS({ maxAliasCount: 0 }), { abortPipeEarly: true });
	if (read.success) return { ok: true, template: read.output };
	const problems = read.issues.map(({ path, message, type, received }) => {
		const keys = (path ?? []).map(({ key }) => key as string | number);
		const what = type !== 'strict_object' ? message : received === 'undefined' ? 'This is missing' : 'A template has no such field';
		return { file, line: lineAt(offsetOf(document, keys)), field: inWords(keys), text: what };
	});
	return { ok: false, problems: problems.sort((a, b) => a.line - b.line) };
}

/** 'stages 2, steps 1, channel' */
const inWords = (keys: (string | number)[]) =>
	keys
		.map((key) => (typeof key === 'number' ? ` ${key + 1}` : `, ${key}`))
		.join('')
		.replace(/^, /, '') || 'the file';

/** Where a path begins in the text, or the nearest thing around it that is there. */
function offsetOf(document: Document.Parsed, keys: (string | number)[]): number {
	let node: unknown = document.contents;
	let offset = document.contents?.range[0] ?? 0;
	for (const key of keys) {
		const pair = isMap(node) ? node.items.find((item) => (isNode(item.key) ? String(item.key) : item.key) === key) : undefined;
		if (pair && isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
		node = pair ? pair.value : isSeq(node) ? node.items[Number(key)] : undefined;
		if (!pair && isNode(node)) offset = node.range?.[0] ?? offset;
	}
	return offset;
}
