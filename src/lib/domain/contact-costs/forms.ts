import * as v from 'valibot';
import { line, version } from '#lib/server/fields.ts';
import { penceIn } from './pence.ts';

/** A cost in pounds as people type it; pence afterwards. */
const pounds = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.nonEmpty('Enter what one contact costs'),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const pence = penceIn(dataset.value);
		if (pence !== null) return pence;
		addIssue({ message: 'Enter an amount in pounds and pence, like 4.90' });
		return NEVER;
	})
);
export const costForm = v.pipe(
	v.object({ pounds, source: line('where the figure comes from', 'Where the figure comes from', 300), version }),
	v.transform(({ pounds: pence, ...rest }) => ({ pence, ...rest }))
);
export const costRemovalForm = v.object({ version });
