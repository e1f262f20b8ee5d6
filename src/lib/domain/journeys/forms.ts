import * as v from 'valibot';
import { choice, chosen, day, line, optionalLine, text } from '#lib/server/fields.ts';
import { faultsIn } from './details.ts';
import { customers } from './method.ts';

/** The rules between fields, each shown at its own field once the fields alone are right. */
const inOrder = <T extends { startOn: string; endOn: string }>() =>
	v.rawCheck<T>(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const input = dataset.value;
		for (const { field, text: message } of faultsIn(input))
			addIssue({ message, path: [{ type: 'object', origin: 'value', input, key: field, value: undefined }] });
	});

const starting = v.object({
	words: line('the journey in the customer’s words', 'In the customer’s words', 200),
	name: line('a name for the journey', 'Name of the journey', 80),
	customer: choice(customers, 'Choose who the customer is'),
	lifeEvent: optionalLine('Life event or theme', 80),
	serviceId: chosen('Choose the leading service'),
	startOn: day('the first day of the review'),
	endOn: day('the last day of the review'),
	aim: text('Why it is reviewed', 2000)
});

/** A journey whose review begins. */
export const startForm = v.pipe(starting, inOrder());
