import * as v from 'valibot';
import { choice, chosen, day, optionalLine, version } from '#lib/server/fields.ts';
import { rhythms } from './words.ts';

/** Which report: its kind, and of what. The council's only one is of nothing. */
const which = { kind: chosen('Open the report again, and keep it from there'), of: v.optional(v.string(), '') };

export const keepForm = v.strictObject({ ...which, note: optionalLine('Why', 200) });
export const arrangeForm = v.strictObject({
	...which,
	rhythm: choice(rhythms, 'Choose how often it is kept'),
	firstOn: day('the day it is kept first')
});
export type ArrangeTyped = v.InferOutput<typeof arrangeForm>;
export const endForm = v.strictObject({ version });
