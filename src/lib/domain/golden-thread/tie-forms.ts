import * as v from 'valibot';
import { chosen } from '../../server/fields.ts';

/** The tie that is taken away: the thing on a strand's page, the strand on a thing's. */
export const untieForm = v.object({ kind: chosen('Choose what to untie'), thing: chosen('Choose what to untie') });
export const untieStrandForm = v.object({ strand: chosen('Choose the strand') });

/** Many things to one strand. */
export const tieThingsForm = v.object({ 'thing[]': v.pipe(v.optional(v.array(v.string()), []), v.minLength(1, 'Choose at least one')) });
/** One thing to one strand. */
export const tieStrandForm = v.object({ strand: chosen('Choose a strand') });

/** Strands of a ready-made thread, by their references. */
export const chosenStrandsForm = v.object({
	'strand[]': v.pipe(v.optional(v.array(v.string()), []), v.minLength(1, 'Choose at least one strand'))
});
