import * as v from 'valibot';
import { choice, chosenFile } from '#lib/server/fields.ts';
import { mostBytes } from './sheet.ts';

const file = v.pipe(
	chosenFile('Choose an XLSX or CSV file'),
	v.check((file) => file.size > 0, 'The file is empty'),
	v.check((file) => file.size <= mostBytes, 'The file is larger than 5 MB. Split it into smaller files')
);

export const answersFileForm = v.strictObject({ file });
export const importForm = (kinds: readonly string[]) => v.strictObject({ kind: choice(kinds, 'Choose what the file holds'), file });

/** The name of an uploaded file without the folders some browsers send with it, and without letters that show nothing. */
export const plainFileName = (name: string): string =>
	name
		.replace(/^.*[/\\]/, '')
		.replaceAll(/\p{C}/gu, '')
		.trim()
		.slice(0, 120) || 'file';

/** A form that is only its button. */
export const buttonForm = v.strictObject({});
