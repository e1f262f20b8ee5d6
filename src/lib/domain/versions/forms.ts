import * as v from 'valibot';
import { version } from '#lib/server/fields.ts';

export const copyForm = v.object({
	number: v.pipe(
		v.optional(v.string('Enter a version such as 1.1'), ''),
		v.trim(),
		v.regex(/^\d{1,4}\.\d{1,4}$/, 'Enter a version such as 1.1')
	)
});

/** A choice about a version as the person saw it. */
export const seenForm = v.object({ version });

/** A part of a draft: its fields depend on the document, and are read by its own rules (`draft-fields.ts`). */
export const draftForm = v.objectWithRest(
	{ version },
	v.union([
		v.pipe(v.string(), v.maxLength(8000, 'This is too long: 8,000 characters are the most')),
		v.pipe(v.array(v.string()), v.maxLength(100))
	])
);
