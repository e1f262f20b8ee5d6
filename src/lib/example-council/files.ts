import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';

/* The files of seed/example-council, read by their shapes. A mistake in one names the file and the place. */

const member = v.strictObject({ number: v.string(), name: v.string(), title: v.string(), advisor: v.optional(v.boolean(), false) });
const team = v.strictObject({ name: v.string(), staff: v.array(member) });
const service = v.strictObject({
	key: v.string(),
	name: v.string(),
	kind: v.optional(v.picklist(['external', 'internal', 'corporate']), 'external'),
	teams: v.array(team)
});

export const structureFile = v.strictObject({
	council: v.string(),
	directorates: v.array(v.strictObject({ name: v.string(), services: v.array(service) }))
});

export const peopleFile = v.strictObject({
	people: v.array(
		v.strictObject({
			/** The part before @marlbourne.example. */
			email: v.string(),
			name: v.string(),
			title: v.string(),
			/** 'administrator', 'service manager of repairs', 'team leader of Telephone team' */
			grants: v.array(v.string()),
			/** Printed among the sign-ins. */
			shown: v.optional(v.boolean(), false),
			/** Payroll number of the member of staff they are. */
			staff: v.optional(v.string()),
			note: v.optional(v.string())
		})
	)
});

/** Reads one file of the example council. */
export function readSeed<S extends v.GenericSchema>(folder: string, name: string, schema: S): v.InferOutput<S> {
	const read = v.safeParse(schema, parse(readFileSync(join(folder, name), 'utf8')));
	if (read.success) return read.output;
	const wrong = read.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`).join('\n');
	throw new Error(`${name} of the example council cannot be read:\n${wrong}`);
}

export type Structure = v.InferOutput<typeof structureFile>;
export type People = v.InferOutput<typeof peopleFile>;
