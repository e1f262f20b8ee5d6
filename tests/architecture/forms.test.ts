import { resolve } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readForm } from '#lib/server/parse-form.ts';
import { filesBelow } from './files.ts';

/* Whatever a form does not bring, the answer is a sentence a person can act on, never the words of the validator. */

type Schema = v.GenericSchema<unknown, unknown>;
const isSchema = (value: unknown): value is Schema =>
	typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

const files = filesBelow('src').filter(
	(path) => /(^|[/-])forms?\.ts$/.test(path) && !path.startsWith('src/lib/ui/') && !path.startsWith('src/lib/server/')
);
const found = await Promise.all(
	files.map(async (path) => {
		const exported = Object.entries((await import(resolve(path))) as Record<string, unknown>);
		return exported.flatMap(([name, value]): [string, Schema][] => {
			// a form over a set that its page knows
			const made = name === 'importForm' ? (value as (kinds: string[]) => unknown)(['people']) : value;
			return isSchema(made) && 'entries' in made ? [[`${path} ${name}`, made]] : [];
		});
	})
);
const schemas = found.flat();

const validatorsWords = /^Invalid |Expected .* but received/;
const said = (schema: Schema, form: FormData) => {
	const read = readForm(form, schema);
	return read.ok ? [] : read.errors.map(({ field, text }) => `${field}: ${text}`);
};
const inValidatorsWords = (schema: Schema, form: FormData) =>
	said(schema, form).filter((line) => validatorsWords.test(line.slice(line.indexOf(':') + 2)));

test('there are forms to look at', () => expect(schemas.length).toBeGreaterThan(40));

test.each(schemas)('%s says in words what is missing', (_name, schema) => {
	expect(inValidatorsWords(schema, new FormData())).toEqual([]);
});

test.each(schemas)('%s says in words what is empty, or a file where text belongs', (_name, schema) => {
	const empty = new FormData();
	const odd = new FormData();
	for (const field of Object.keys((schema as unknown as { entries: object }).entries)) {
		empty.append(field, '');
		if (!field.endsWith('[]')) odd.append(field, new File(['x'], 'x.bin'));
	}
	expect(inValidatorsWords(schema, empty)).toEqual([]);
	expect(said(schema, odd).filter((line) => /Invalid key/.test(line))).toEqual([]);
});

test('the check itself notices a field without a sentence', () => {
	expect(inValidatorsWords(v.strictObject({ choice: v.picklist(['a', 'b']) }), new FormData())).toHaveLength(1);
	expect(inValidatorsWords(v.object({ text: v.string('Enter a text') }), new FormData())).toHaveLength(1);
});
