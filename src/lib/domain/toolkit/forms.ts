import * as v from 'valibot';
import { requiredText, text, version } from '#lib/server/fields.ts';
import { reviewSteps, type ReviewStep } from '../journeys/method.ts';
import { linesIn, partNames, parts, type Part } from './document.ts';
import { fieldOf } from './step-fields.ts';

const fields = reviewSteps.flatMap((step) => parts.map((part) => ({ step, part, name: fieldOf(step, part) })));
const texts = Object.fromEntries(fields.map(({ name, part }) => [name, v.optional(text(partNames[part], 8000))]));

/** The next version of the toolkit: which lessons, the text of their steps with a line each, and why. */
export const publicationForm = v.pipe(
	v.object({
		...texts,
		'lessons[]': v.optional(v.array(v.string()), []),
		why: requiredText('what is new and why', 'What is new and why', 600),
		version
	}),
	v.transform((typed) => {
		const given = typed as Record<string, unknown>;
		const steps: Partial<Record<ReviewStep, Record<Part, string[]>>> = {};
		for (const { step, part, name } of fields) {
			const lines = given[name];
			if (typeof lines === 'string') (steps[step] ??= {} as Record<Part, string[]>)[part] = linesIn(lines);
		}
		return { lessons: typed['lessons[]'], steps, why: typed.why, version: typed.version };
	})
);
