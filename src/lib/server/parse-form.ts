import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';

export type FieldError = { field: string; text: string };
export type Typed = Record<string, string>;
/** A form read by its schema. `submission` is its one-time id, so that sending it twice does it once. */
export type Parsed<T> =
	| {
			ok: true;
			data: T;
			values: Typed;
			submission: string;
			/** Sent by the page while somebody types: answer with the new version, not with another page. */
			autosave: boolean;
	  }
	| { ok: false; values: Typed; errors: FieldError[] };

/** Fields every form carries for the machinery; a schema does not name them. */
const machinery = ['submission', 'as', 'autosave'];

/**
 * Reads a form by its schema. What is wrong comes back in the shape of the error summary, with what was typed. A field
 * that comes several times (checkboxes) is a list when the schema asks for one, as is a single tick.
 */
export async function parseForm<S extends v.GenericSchema<unknown, unknown>>(
	event: RequestEvent,
	schema: S
): Promise<Parsed<v.InferOutput<S>>> {
	const form = await event.request.formData();
	return readForm(form, schema);
}

export function readForm<S extends v.GenericSchema<unknown, unknown>>(form: FormData, schema: S): Parsed<v.InferOutput<S>> {
	const values: Typed = {};
	const raw: Record<string, unknown> = {};
	for (const name of new Set(form.keys())) {
		const all = form.getAll(name);
		if (machinery.includes(name)) continue;
		if (all.every((value) => typeof value === 'string')) values[name] = all.join('\n');
		raw[name] = name.endsWith('[]') ? all : all.at(-1);
	}
	gatherDates(raw);
	const result = v.safeParse(schema, raw, { abortPipeEarly: true });
	if (result.success)
		return { ok: true, data: result.output, values, submission: String(form.get('submission') ?? ''), autosave: form.has('autosave') };
	const errors = result.issues.map((issue) => ({ field: String(issue.path?.[0]?.key ?? ''), text: issue.message }));
	// one sentence a field is enough to put it right
	return { ok: false, values, errors: errors.filter((error, i) => errors.findIndex((other) => other.field === error.field) === i) };
}

/** The three parts of a date field come to its schema as one thing: `due-day`, `due-month`, `due-year` are `due`. */
function gatherDates(raw: Record<string, unknown>): void {
	for (const name of Object.keys(raw).filter((key) => key.endsWith('-day') && `${key.slice(0, -4)}-year` in raw)) {
		const field = name.slice(0, -4);
		const part = (which: string) => {
			const value = raw[`${field}-${which}`];
			delete raw[`${field}-${which}`];
			return typeof value === 'string' ? value : '';
		};
		raw[field] = { day: part('day'), month: part('month'), year: part('year') };
	}
}
