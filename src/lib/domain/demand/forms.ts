import * as v from 'valibot';
import { channels } from '#lib/domain/journeys/channels.ts';
import { choice, chosen, day, line, version } from '#lib/server/fields.ts';
import { demandKinds, predictableWords } from './kinds.ts';

const predictable = v.pipe(
	v.optional(v.string(), ''),
	v.picklist(['', ...predictableWords], 'Predictable must be yes, no, or empty'),
	v.transform((said) => (said === '' ? null : said === 'yes'))
);

/** The fields of one contact that a form and a file share. */
export const contactFields = {
	words: line('what the customer said', 'What the customer said', 500),
	kind: choice(demandKinds, 'Choose value or failure'),
	type: line('what it is about', 'What it is about', 100),
	channel: choice(channels, 'Choose a channel'),
	predictable,
	heardOn: day('the day it was heard')
};

/** One contact as it is typed; `stepId` '' is no step. */
export const contactForm = v.object({ ...contactFields, stepId: v.optional(v.string(), '') });
export type ContactTyped = v.InferOutput<typeof contactForm>;

export const changedContactForm = v.object({ ...contactForm.entries, version });

/** A row of the log to be taken out of it, as its button says it: 'id~version'. */
export const removalForm = v.object({
	contact: v.pipe(
		chosen('Choose a contact to remove'),
		v.regex(/^[\w-]+~\d{1,9}$/, 'Choose a contact to remove'),
		v.transform((text) => {
			const [id = '', version = ''] = text.split('~');
			return { id, version: Number(version) };
		})
	)
});

/** A removed contact to be brought back. */
export const returnForm = v.object({ contact: chosen('Choose a contact to bring back') });
