import * as v from 'valibot';
import type { DocumentKind } from '#lib/server/document-faults.ts';
import { list, words } from '#lib/server/document-fields.ts';
import { fieldsOf, listOf, repeatedIn } from '#lib/server/loose-documents.ts';
import { readDocument } from '#lib/server/reading-documents.ts';
import { levels } from './levels.ts';

/* A thread as a file that people write: what a ready-made one in seed/threads and a downloaded one say alike. */

const reference = (what: string) =>
	v.pipe(
		v.string(`${what} must be text: put it in quotation marks`),
		v.trim(),
		v.regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,29}$/, `${what} must be letters, figures, points and hyphens, like ENF-P1`),
		v.title(what)
	);
const day = (what: string) =>
	v.pipe(v.string(`${what} must be text`), v.regex(/^\d{4}-\d{2}-\d{2}$/, `${what} must look like 2026-04-01`), v.title(what));

export const strandEntries = {
	reference: reference('The reference of a strand'),
	level: v.pipe(v.picklist(levels, `The level must be one of: ${levels.join(', ')}`), v.title('The level of a strand')),
	title: words(300, 'The title of a strand'),
	why: v.optional(words(2000, 'Why')),
	serves: v.optional(v.pipe(v.array(reference('What it serves'), 'What it serves must be a list'), v.title('What it serves')), []),
	owner: v.optional(words(120, 'The owner')),
	service: v.optional(words(120, 'The service')),
	team: v.optional(words(120, 'The team')),
	from: v.optional(day('The day it begins')),
	until: v.optional(day('The day it ends')),
	source: v.optional(words(300, 'The source'))
};

const strand = v.pipe(v.strictObject(strandEntries), v.title('A strand'));
const file = v.pipe(
	v.strictObject({
		name: words(120, 'The name of the thread'),
		about: v.optional(words(1000, 'About the thread')),
		source: v.optional(words(300, 'The source of the thread')),
		strands: list(strand, 'The list of strands')
	}),
	v.title('The file of a thread')
);

export type StrandInFile = v.InferOutput<typeof strand>;
export type ThreadFile = v.InferOutput<typeof file>;

const kind: DocumentKind<ThreadFile> = {
	what: 'thread',
	schema: file,
	inconsistencies: (value) => repeatedIn(listOf(fieldsOf(value).strands), ['strands'], 'reference', 'strand')
};

/** Reads a thread from YAML and says everything that is wrong with it at once, by line and field. */
export const readThread = (text: string, name: string) => readDocument(kind, text, name);

/** The fields of a file in the order in which they are written. */
export const fieldOrder = [
	'name',
	'about',
	'source',
	'strands',
	'reference',
	'level',
	'title',
	'why',
	'serves',
	'owner',
	'service',
	'team',
	'from',
	'until'
];
