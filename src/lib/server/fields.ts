import * as v from 'valibot';
import { readDate } from '#lib/ui/date-parts.ts';

/*
 * Schemas for the fields that most forms have. Each error says what to do, as the GOV.UK Design System words it. A field
 * that is not sent at all (radios of which none is chosen) is an empty one, so that it gets the same sentence.
 */

const many = (n: number) => n.toLocaleString('en-GB');

/** One line that must be filled in: `line('a title', 'Title', 120)` says 'Enter a title'. */
export const line = (what: string, label: string, most = 200) =>
	v.pipe(
		v.optional(v.string(`Enter ${what}`), ''),
		v.transform((text) => text.replace(/\s+/g, ' ').trim()),
		v.nonEmpty(`Enter ${what}`),
		v.maxLength(most, `${label} must be ${many(most)} characters or fewer`)
	);

/** One line that may be empty. */
export const optionalLine = (label: string, most = 200) =>
	v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most, `${label} must be ${many(most)} characters or fewer`)), '');

/** Text of several lines that may be empty. Line ends become single newlines. */
export const text = (label: string, most = 4000) =>
	v.optional(
		v.pipe(
			v.string(),
			v.transform((value) => value.replace(/\r\n?/g, '\n').trim()),
			v.maxLength(most, `${label} must be ${many(most)} characters or fewer`)
		),
		''
	);

/** Text of several lines that must be filled in. */
export const requiredText = (what: string, label: string, most = 4000) => v.pipe(text(label, most), v.nonEmpty(`Enter ${what}`));

export const email = v.pipe(
	v.optional(v.string('Enter an email address'), ''),
	v.trim(),
	v.nonEmpty('Enter an email address'),
	v.email('Enter an email address in the correct format, like name@council.gov.uk'),
	v.maxLength(254, 'Email address must be 254 characters or fewer')
);

const incomplete = 'Open the page again: the form was not complete';
/** The version of the row that the person was looking at. */
export const version = v.pipe(v.optional(v.string(incomplete), ''), v.regex(/^\d{1,9}$/, incomplete), v.transform(Number));

/** A box that is ticked or not. */
export const tick = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value !== '')
);

/** A file that must be chosen; a browser sends one without a name where none was. */
export const chosenFile = (message: string) =>
	v.pipe(
		v.optional(v.unknown(), null),
		v.file(message),
		v.check((file) => file.name !== '', message)
	);

/** One of what is there, by its id: a service, a colleague. */
export const chosen = (message: string) => v.pipe(v.optional(v.string(message), ''), v.nonEmpty(message));

/** One of a closed set. */
export const choice = <const T extends readonly string[]>(values: T, message: string) =>
	v.pipe(v.optional(v.string(message), ''), v.picklist(values, message));

const dayText = v.pipe(
	v.string(),
	v.transform((value) => {
		const [year = '', month = '', day = ''] = value.trim().split('-');
		return { day, month, year };
	})
);
const parts = v.union([v.object({ day: v.string(), month: v.string(), year: v.string() }), dayText]);

/** A date that may be empty (''), typed in three parts or as YYYY-MM-DD; `label` is how it stands in a sentence: 'the due date'. */
export const optionalDay = (label: string) =>
	v.pipe(
		v.optional(parts, { day: '', month: '', year: '' }),
		v.rawTransform(({ dataset, addIssue, NEVER }) => {
			const read = readDate(dataset.value, label);
			if ('date' in read) return read.date;
			addIssue({ message: read.error });
			return NEVER;
		})
	);

/** A date that must be given. */
export const day = (label: string) => v.pipe(optionalDay(label), v.nonEmpty(`Enter ${label}`));
