import * as v from 'valibot';
import type { DocumentKind } from '#lib/server/document-faults.ts';
import { list, words } from '#lib/server/document-fields.ts';
import { fieldsOf, listOf, repeatedIn } from '#lib/server/loose-documents.ts';
import { readDocument } from '#lib/server/reading-documents.ts';
import { channels } from '../journeys/channels.ts';

const standard = v.pipe(
	v.strictObject({
		number: v.pipe(
			v.string('The number of a standard must be text'),
			v.regex(/^[A-Za-z][A-Za-z0-9.-]{0,19}$/, 'The number of a standard must look like P1'),
			v.title('The number of a standard')
		),
		channel: v.pipe(v.picklist(channels, `The channel must be one of: ${channels.join(', ')}`), v.title('The channel')),
		text: words(400, 'What the customer can expect'),
		howMeasured: words(400, 'How it is measured'),
		source: v.optional(words(200, 'The source'))
	}),
	v.title('A standard')
);
const file = v.pipe(v.strictObject({ standards: list(standard, 'The list of standards') }), v.title('The file of standards'));

type StandardsFile = v.InferOutput<typeof file>;

const kind: DocumentKind<StandardsFile> = {
	what: 'list of contact standards',
	schema: file,
	inconsistencies: (value) => repeatedIn(listOf(fieldsOf(value).standards), ['standards'], 'number', 'standard')
};

/** Reads a file of contact standards and says everything that is wrong with it at once, by line and field. DOMAIN section 5. */
export const readStandards = (text: string, name: string) => readDocument(kind, text, name);
