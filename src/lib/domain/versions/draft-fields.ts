import type { Path } from '#lib/server/document-faults.ts';

/* A draft is edited part by part. Each part is a form whose fields say which place of the document they hold. */

export type DraftField = {
	name: string;
	label: string;
	hint?: string;
	/**
	 * `lines`: one entry a line; `ticks`: a list of the options' values; `tick`: true, or not there; `percent`: 0 to 1 in the
	 * document, 0 to 100 on screen.
	 */
	kind: 'line' | 'text' | 'lines' | 'whole' | 'number' | 'percent' | 'choice' | 'ticks' | 'tick';
	path: Path;
	/** Left empty, the place is taken out of the document; of a field that is needed it stays, empty, to be reported. */
	optional?: boolean;
	options?: { value: string; label: string }[];
	/** What a choice says before one is made. */
	empty?: string;
	/** What the browser offers while somebody types a line. */
	suggestions?: string[];
	/** What the number counts, shown after it. */
	suffix?: string;
};

type Tree = Record<string | number, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** What stands at a path; undefined where there is nothing. */
export const valueAt = (document: unknown, path: Path): unknown =>
	path.reduce<unknown>((here, step) => (isTree(here) ? here[step] : undefined), document);

/** Puts a value at a path, making what is missing on the way; undefined takes the place out. */
export function setAt(document: unknown, path: Path, value: unknown): void {
	let here = document as Tree;
	for (const [index, step] of path.slice(0, -1).entries()) {
		if (!isTree(here[step])) {
			if (value === undefined) return;
			here[step] = typeof path[index + 1] === 'number' ? [] : {};
		}
		here = here[step] as Tree;
	}
	const last = path.at(-1) ?? '';
	if (value !== undefined) here[last] = value;
	else if (!Array.isArray(here)) delete here[last];
}

/** What a field shows of a document: text, entries one a line, a share in per cent. */
export function shownIn(document: unknown, field: DraftField): string {
	const value = valueAt(document, field.path);
	if (value === undefined || value === null) return '';
	if (Array.isArray(value)) return value.join('\n');
	if (field.kind === 'percent') return String(Number((Number(value) * 100).toPrecision(12)));
	return String(value);
}

/** What was typed into a field as the document keeps it, or a sentence why it cannot be read. */
export function keptFrom(field: DraftField, typed: string): { value: unknown } | { error: string } {
	const text = typed.replace(/\r\n?/g, '\n').trim();
	const lines = text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
	switch (field.kind) {
		case 'lines':
		case 'ticks':
			return { value: lines.length || !field.optional ? lines : undefined };
		case 'tick':
			return { value: text === 'true' || undefined };
		case 'whole':
		case 'number':
		case 'percent': {
			if (text === '') return { value: undefined };
			const number = Number(text.replace('%', ''));
			if (!Number.isFinite(number) || (field.kind === 'whole' && !Number.isInteger(number)))
				return { error: `${field.label} must be a ${field.kind === 'whole' ? 'whole ' : ''}number` };
			return { value: field.kind === 'percent' ? number / 100 : number };
		}
		case 'choice': {
			if (text !== '' && !field.options?.some(({ value }) => value === text))
				return { error: `Choose ${field.label.toLowerCase()} from the list` };
			const isNumber = field.path.at(-1) === 'level';
			return { value: text === '' ? undefined : isNumber ? Number(text) : text };
		}
		default: {
			const value = field.kind === 'line' ? text.replace(/\s+/g, ' ') : text;
			return { value: value === '' && field.optional ? undefined : value };
		}
	}
}

export type Typed = Record<string, string>;
export type FieldFault = { field: string; text: string };

/** Puts what was typed for some fields into a copy of the document. A field that was not sent stays as it is; ticks not sent are none. */
export function filledIn<T>(document: T, fields: readonly DraftField[], typed: Typed): { document: T; faults: FieldFault[] } {
	const copy = structuredClone(document);
	const faults: FieldFault[] = [];
	for (const field of fields) {
		const text = typed[field.name] ?? (field.kind === 'ticks' || field.kind === 'tick' ? '' : undefined);
		if (text === undefined) continue;
		const kept = keptFrom(field, text);
		if ('error' in kept) faults.push({ field: field.name, text: kept.error });
		else setAt(copy, field.path, kept.value);
	}
	return { document: copy, faults };
}

/** What a form in the browser holds at this moment, as the server would read it: a field that comes several times is a line each. */
export const typedIn = (form: FormData): Typed =>
	Object.fromEntries(
		[...new Set(form.keys())].map((name) => [
			name,
			form
				.getAll(name)
				.filter((value) => typeof value === 'string')
				.join('\n')
		])
	);

const holds = (field: DraftField, path: Path) =>
	field.path.length <= path.length && field.path.every((step, index) => step === path[index]);
/** The other way round: something is wrong with a whole entry, and its first field is the nearest. */
const isIn = (field: DraftField, path: Path) => path.every((step, index) => step === field.path[index]);

/** Where among some fields a problem is put right, as the end of an address: `#why`; empty where none of them holds it. */
export function anchorOf(fields: readonly DraftField[], path: Path): string {
	const field = fields.find((one) => holds(one, path)) ?? fields.find((one) => isIn(one, path));
	return field ? `#${field.name}` : '';
}
