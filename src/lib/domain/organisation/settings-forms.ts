import * as v from 'valibot';
import { chosenFile, line, version } from '#lib/server/fields.ts';
import { uploadEndings } from './upload-types.ts';

const colour = (message: string) =>
	v.pipe(
		v.optional(v.string(message), ''),
		v.trim(),
		v.toLowerCase(),
		v.transform((text) => (text.startsWith('#') ? text : `#${text}`)),
		v.regex(/^#[0-9a-f]{6}$/, message)
	);
const asWritten = 'as # and six figures or letters from a to f, such as #0c2f38';

export const identityForm = v.strictObject({
	name: line('the name of the council', 'Name of the council', 120),
	colour: colour(`Enter the colour of the header ${asWritten}`),
	textColour: colour(`Enter the colour of the text ${asWritten}`),
	threadColour: colour(`Enter the colour of the thread ${asWritten}`),
	version
});

const days = 'Enter how many days before its end evidence is shown as running out, from 1 to 365';
const atLeastOne = 'Choose at least one kind of file';
export const evidenceSettingsForm = v.strictObject({
	'allowedFileTypes[]': v.optional(v.pipe(v.array(v.picklist(uploadEndings, atLeastOne)), v.nonEmpty(atLeastOne)), []),
	evidenceWarningDays: v.pipe(
		v.optional(v.string(days), ''),
		v.trim(),
		v.regex(/^\d{1,3}$/, days),
		v.transform(Number),
		v.minValue(1, days),
		v.maxValue(365, days)
	),
	version
});

export const logoForm = v.strictObject({
	logo: chosenFile('Choose a PNG or JPEG file'),
	version
});
