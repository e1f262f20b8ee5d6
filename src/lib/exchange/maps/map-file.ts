import * as v from 'valibot';
import { mostBytes } from '../sheet.ts';

/** What Mermaid text is called that was typed or pasted into the page. */
export const pastedName = 'pasted text.mmd';

/** A map that is brought in: a file, or Mermaid text written or pasted into the page. */
export const mapFileForm = v.pipe(
	v.strictObject({
		file: v.optional(v.unknown(), null),
		text: v.optional(
			v.pipe(v.string(), v.maxLength(100_000, 'The text must be 100,000 characters or fewer. Save it as a file and choose that')),
			''
		)
	}),
	v.transform(({ file, text }) => {
		const pasted = text.trim() ? new File([text], pastedName) : null;
		return { file: file instanceof File && file.name !== '' ? file : pasted, text };
	}),
	v.forward(
		v.check(({ file }) => file !== null, 'Choose a file, or paste Mermaid text below'),
		['file']
	),
	v.forward(
		v.check(({ file }) => !file || file.size > 0, 'The file is empty'),
		['file']
	),
	v.forward(
		v.check(({ file }) => !file || file.size <= mostBytes, 'The file is larger than 5 MB'),
		['file']
	)
);

/** Which kind of import a file of a map is: by its name's ending, else by how it begins. Spreadsheets are told apart when they are read. */
export function mapFileKind(name: string, bytes: Uint8Array): 'map' | 'map-json' | 'map-mermaid' {
	if (/\.json$/i.test(name)) return 'map-json';
	if (/\.(mmd|mermaid)$/i.test(name)) return 'map-mermaid';
	if (/\.(csv|tsv|xlsx)$/i.test(name)) return 'map';
	const start = new TextDecoder().decode(bytes.subarray(0, 2000)).replace(/^\ufeff/, '');
	if (/^\s*\{/.test(start)) return 'map-json';
	return /^(?:\s|%%[^\n]*\n|---[^]*?\n---)*journey\s/.test(start) ? 'map-mermaid' : 'map';
}

export const mapKindsOfFile = ['map', 'map-json', 'map-mermaid'];
