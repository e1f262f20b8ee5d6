import * as v from 'valibot';
import { mostBytes } from './sheet.ts';

const chooseFile = 'Choose an XLSX or CSV file';
const file = v.pipe(
	v.file(chooseFile),
	v.check((file) => file.name !== '', chooseFile),
	v.check((file) => file.size > 0, 'The file is empty'),
	v.check((file) => file.size <= mostBytes, 'The file is larger than 5 MB. Split it into smaller files')
);

export const answersFileForm = v.strictObject({ file });
/** The kinds are radios: none chosen sends nothing at all. */
export const importForm = (kinds: readonly string[]) =>
	v.strictObject({ kind: v.pipe(v.optional(v.string(), ''), v.picklist(kinds, 'Choose what the file holds')), file });

/** The name of an uploaded file without the folders some browsers send with it, and without letters that show nothing. */
export const plainFileName = (name: string): string =>
	name
		.replace(/^.*[/\\]/, '')
		.replaceAll(/\p{C}/gu, '')
		.trim()
		.slice(0, 120) || 'file';

/** A form that is only its button. */
export const buttonForm = v.strictObject({});
