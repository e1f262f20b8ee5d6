import * as v from 'valibot';
import { optionalLine, requiredText, version } from '#lib/server/fields.ts';
import { channels } from '../journeys/channels.ts';

const fields = {
	number: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^[A-Za-z][A-Za-z0-9.-]{0,19}$/, 'Enter a number that starts with a letter, such as P1')
	),
	channel: v.optional(v.picklist(channels, 'Choose a channel'), '' as never),
	text: requiredText('what the customer can expect', 'What the customer can expect', 400),
	howMeasured: requiredText('how it is measured', 'How it is measured', 400),
	source: optionalLine('Source', 200)
};

export const newStandardForm = v.object(fields);
export const standardForm = v.object({ ...fields, version });
export const seenForm = v.object({ version });

export type StandardFields = v.InferOutput<typeof newStandardForm>;
