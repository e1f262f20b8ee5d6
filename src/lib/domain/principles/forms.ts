import * as v from 'valibot';
import { chosen, text, version } from '../../server/fields.ts';

/** One principle as it is rated; the rule that 'not applicable' needs its reason is the capability's. */
export const ratingForm = v.object({
	criterion: chosen('Open the page again: the form was not complete'),
	rating: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed || null)
	),
	comment: text('Comment', 2000),
	version
});
