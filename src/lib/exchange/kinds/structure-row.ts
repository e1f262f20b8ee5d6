import * as v from 'valibot';
import { serviceKinds } from '#lib/domain/organisation/tables.ts';
import { line, optionalLine } from '#lib/server/fields.ts';
import type { Typed } from '../import-kind.ts';

const kindWords = `Kind must be ${serviceKinds.join(', ')}, or empty`;
/** One row of a structure file: a directorate, perhaps a service of it, perhaps a team of that. */
export const structureRowSchema = v.pipe(
	v.object({
		directorate: line('a directorate', 'Directorate', 100),
		service: v.optional(optionalLine('Service', 100), ''),
		kind: v.optional(v.pipe(v.string(), v.trim(), v.toLowerCase(), v.picklist(['', ...serviceKinds], kindWords)), ''),
		team: v.optional(optionalLine('Team', 100), '')
	}),
	v.forward(
		v.check(({ service, team }) => service !== '' || team === '', 'Enter the service that the team belongs to'),
		['service']
	)
);
export type StructureRow = Typed<v.InferOutput<typeof structureRowSchema>>;
