import * as v from 'valibot';
import { choice, chosen, day, line, optionalDay, optionalLine, requiredText, text, version } from '#lib/server/fields.ts';
import { evidenceKinds, strengths } from './tables.ts';

/*
 * What the forms about evidence send; DOMAIN section 2.4 names the fields. Whether the content is there is looked at by
 * `receiveForm`, which knows the file.
 */

const details = {
	title: line('a title', 'Title'),
	shows: requiredText('what it shows', 'What it shows', 2000),
	ownerId: chosen('Choose who owns it'),
	effectiveFrom: day('the first day it is true'),
	effectiveTo: optionalDay('the last day it is true'),
	strength: choice(strengths, 'Choose how strong it is'),
	reviewOn: optionalDay('the review date')
};

const content = {
	link: optionalLine('The web address', 2000),
	note: text('The note', 20_000),
	/** A file that came in with an earlier try of the same form. */
	upload: v.optional(v.string(), '')
};

const kind = choice(evidenceKinds, 'Choose a file, a link or a note');

type Period = { effectiveFrom: string; effectiveTo: string };
const inOrder = ({ effectiveFrom, effectiveTo }: Period) => effectiveTo === '' || effectiveTo >= effectiveFrom;
const outOfOrder = 'The last day it is true must be the same as or after the first day';

export const newEvidenceSchema = v.pipe(
	v.object({ ...details, ...content, kind, serviceId: v.optional(v.string(), '') }),
	v.forward(v.partialCheck([['effectiveFrom'], ['effectiveTo']], inOrder, outOfOrder), ['effectiveTo'])
);

export const editedEvidenceSchema = v.pipe(
	v.object({ ...details, version }),
	v.forward(v.partialCheck([['effectiveFrom'], ['effectiveTo']], inOrder, outOfOrder), ['effectiveTo'])
);

export const newVersionSchema = v.object({ ...content, kind, version });

export const withdrawalSchema = v.object({
	reason: requiredText('the reason', 'The reason', 1000),
	version
});

export const chosenEvidenceSchema = v.object({
	'evidence[]': v.optional(v.array(v.string()), [])
});

export const detachedEvidenceSchema = v.object({ evidence: chosen('Choose what to take off') });
