import * as v from 'valibot';
import { channels } from '../journeys/channels.ts';
import { choice, chosen, day, line, optionalDay, optionalLine, text, version } from '../../server/fields.ts';
import { surveyKinds, surveyParts, type RatedPart } from './words.ts';

const asked = v.pipe(
	v.optional(v.array(v.picklist(surveyParts, 'Choose parts from the list')), []),
	v.transform((chosen) => surveyParts.filter((part) => part === 'overall' || chosen.includes(part)))
);
export const surveyForm = v.object({
	title: line('a title', 'Title', 120),
	kind: choice(surveyKinds, 'Choose how often it is asked'),
	serviceId: v.optional(v.string(), ''),
	'parts[]': asked,
	openFrom: day('the day it opens'),
	openUntil: optionalDay('the last day')
});
export type SurveyTyped = v.InferOutput<typeof surveyForm>;
export const changedSurveyForm = v.object({
	title: surveyForm.entries.title,
	openFrom: surveyForm.entries.openFrom,
	openUntil: surveyForm.entries.openUntil,
	version
});
export const versionForm = v.object({ version });

/** A part from 1 to 5; empty where it is not answered. */
const rating = v.pipe(
	v.optional(v.string(), ''),
	v.regex(/^[1-5]?$/, 'Choose one of the five answers'),
	v.transform((text): number | null => (text ? Number(text) : null))
);
const yesOrNo = v.pipe(
	v.optional(v.string(), ''),
	v.picklist(['', 'yes', 'no'], 'Choose yes or no'),
	v.transform((said) => (said === '' ? null : said === 'yes'))
);
/** What a customer answers, as a form and a file say it. Overall must be answered, the other parts may be left out. */
export const answerFields = {
	overall: v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^[1-5]$/, 'Choose how satisfied you are overall'),
		v.transform((text): number | null => Number(text))
	),
	welcome: rating,
	wait: rating,
	efficiency: rating,
	interaction: rating,
	delivery: rating,
	resolved: yesOrNo,
	serviceId: v.optional(v.string(), ''),
	channel: v.optional(v.picklist(['', ...channels], 'Choose how you got in touch from the list'), ''),
	comment: text('Comment', 1000)
} satisfies Record<RatedPart, unknown> & Record<string, unknown>;
/** The public form. `website` is a trap: people do not see it, scripts fill it in. */
export const publicAnswerForm = v.object({ ...answerFields, website: v.optional(v.string(), '') });
/** What a colleague types from paper or the telephone. */
export const typedAnswerForm = v.object({ ...answerFields, day: day('the day it was answered'), reference: optionalLine('Reference', 60) });
export type AnswerTyped = v.InferOutput<v.ObjectSchema<typeof answerFields, undefined>>;

/** What is decided about answers that were held: one, or all of the survey. */
export const heldForm = v.object({
	held: chosen('Choose an answer'),
	decision: choice(['counted', 'refused'] as const, 'Choose whether it counts')
});
