import * as v from 'valibot';

export type Path = (string | number)[];
/** One thing wrong, at a path into the document such as `['criteria', 7, 'why']`. */
export type Fault = { path: Path; text: string };

/** What a kind of file says: each field by its schema, whose `v.title`s name the fields in messages, and the fields with one another. */
export type DocumentKind<T> = {
	/** In a sentence: 'framework'. */
	what: string;
	schema: v.GenericSchema<unknown, T>;
	inconsistencies: (value: unknown) => Fault[];
};

/** Everything wrong with a value as a document of its kind: each field by its schema, then the fields with one another. */
export function faultsOf<T>(kind: DocumentKind<T>, value: unknown): Fault[] {
	if (Array.isArray(value)) return [{ path: [], text: `The ${kind.what} must be written as named fields, one to a line` }];
	const { issues = [] } = v.safeParse(kind.schema, value);
	const faults = [...issues.map((issue) => sentenceFor(kind.schema, issue)), ...kind.inconsistencies(value)];
	const seen = new Set<string>();
	// one sentence a place is enough to act on: an empty line is also "not text"
	return faults.filter(({ path }) => {
		const place = JSON.stringify(path);
		return !seen.has(place) && seen.add(place);
	});
}

function sentenceFor(whole: v.GenericSchema, issue: v.BaseIssue<unknown>): Fault {
	const path = (issue.path ?? []).map((step) => step.key as string | number);
	const name = nameOf(whole, path);
	if (issue.expected === 'never') return { path, text: unknownField(whole, path) };
	if (issue.input === undefined || issue.input === null) return { path, text: `${name} is missing` };
	if (issue.type === 'strict_object' || issue.type === 'record')
		return { path, text: `${name} must be written as named fields, one to a line` };
	return { path, text: issue.message };
}

function unknownField(whole: v.GenericSchema, path: Path): string {
	const owner = schemaAt(whole, path.slice(0, -1));
	const fields = owner && 'entries' in owner ? Object.keys(owner.entries as object) : [];
	return `${nameOf(whole, path.slice(0, -1))} has no field called ${String(path.at(-1))}. It may have: ${fields.join(', ')}`;
}

const nameOf = (whole: v.GenericSchema, path: Path): string => {
	const schema = schemaAt(whole, path);
	return (schema && v.getTitle(schema)) ?? 'This';
};

function schemaAt(whole: v.GenericSchema, path: Path): v.GenericSchema | undefined {
	let schema: v.GenericSchema | undefined = whole;
	for (const step of path) {
		if (!schema) return undefined;
		if ('entries' in schema) schema = (schema.entries as Record<string, v.GenericSchema>)[step];
		else if ('item' in schema) schema = schema.item as v.GenericSchema;
		else if ('value' in schema) schema = schema.value as v.GenericSchema;
		if (schema && 'wrapped' in schema) schema = schema.wrapped as v.GenericSchema;
	}
	return schema;
}

/** A path in words, naming list entries by their number or id: `criteria 2.3 → why`. */
export function pathInWords(path: Path, value: unknown): string {
	const parts: string[] = [];
	let here: unknown = value;
	for (const step of path) {
		here = typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[step] : undefined;
		if (typeof step === 'string') parts.push(step);
		else parts.push(`${parts.pop() ?? ''}${entryName(here, step)}`);
	}
	return parts.join(' → ') || 'the file';
}

function entryName(entry: unknown, index: number): string {
	const { number, id } = typeof entry === 'object' && entry !== null ? (entry as { number?: unknown; id?: unknown }) : {};
	const name = number ?? id;
	return typeof name === 'string' || typeof name === 'number' ? ` ${name}` : `, item ${index + 1}`;
}
