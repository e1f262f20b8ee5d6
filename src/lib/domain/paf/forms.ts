import * as v from 'valibot';
import { channels, type Channel } from '#lib/domain/journeys/channels.ts';
import { choice, chosen, line, optionalLine, requiredText, text, tick, version } from '#lib/server/fields.ts';
import { appealOutcomes } from './states.ts';
import { isMonth } from './month.ts';
import { quotaField } from './quota-field.ts';

const many = 'Enter how many as a whole number from 0 to 100';
const quota = v.pipe(v.optional(v.string(many), ''), v.trim(), v.regex(/^\d{0,3}$/, many), v.transform(Number), v.maxValue(100, many));
const quotaFields = Object.fromEntries(channels.map((channel) => [quotaField(channel), quota]));

/** The channels that have a quota, from the fields of a form. */
export const quotasIn = (data: Record<string, unknown>): Partial<Record<Channel, number>> =>
	Object.fromEntries(
		channels.flatMap((channel) => {
			const perAdvisor = Number(data[quotaField(channel)] ?? 0);
			return perAdvisor ? [[channel, perAdvisor]] : [];
		})
	);

const monthChosen = v.pipe(chosen('Choose a month'), v.check(isMonth, 'Choose a month'));
export const monthForm = v.strictObject({ serviceId: chosen('Choose a service'), month: monthChosen, ...quotaFields });
export const quotasForm = v.strictObject({ ...quotaFields, version });
export const versionForm = v.strictObject({ version });

export const drawForm = v.strictObject({ seed: line('the seed', 'Seed', 40) });
export const chooseForm = v.strictObject({
	reference: line('the reference', 'Reference', 100),
	why: line('why it was chosen', 'Why it was chosen', 300)
});

export const interactionForm = v.strictObject({
	reference: line('the reference', 'Reference', 100),
	staffId: chosen('Choose the advisor'),
	channel: choice(channels, 'Choose the channel'),
	date: line('the date', 'Date', 20),
	time: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(10, 'Enter a time such as 10:42')), ''),
	length: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(20, 'Enter a length such as 8:14')), '')
});

/** A whole number between two ends, with one sentence for whatever is wrong. */
const between = (least: number, most: number, message: string) =>
	v.pipe(
		v.optional(v.string(message), ''),
		v.trim(),
		v.regex(/^\d{1,4}$/, message),
		v.transform(Number),
		v.minValue(least, message),
		v.maxValue(most, message)
	);
export const settingsForm = v.strictObject({
	appealDays: between(1, 60, 'Enter how many working days, from 1 to 60'),
	chosenCount: v.pipe(
		choice(['yes', 'no'], 'Choose whether chosen interactions count'),
		v.transform((answer) => answer === 'yes')
	),
	retentionMonths: between(1, 120, 'Enter how many months, from 1 to 120'),
	understood: tick,
	version
});

export const appealForm = v.strictObject({ why: requiredText('why you do not agree', 'Why you do not agree', 2000), version });
export const decisionForm = v.strictObject({
	outcome: choice(appealOutcomes, 'Choose what you decide'),
	reasons: requiredText('the reasons', 'Reasons', 2000),
	version
});
const atLeastOne = 'Choose at least one score to release';
export const releaseForm = v.strictObject({
	'numbers[]': v.optional(
		v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d{1,9}$/, atLeastOne), v.transform(Number))), v.nonEmpty(atLeastOne)),
		[]
	)
});

const most = 86_400;
const seconds = v.pipe(
	v.optional(v.string(), '0'),
	v.transform((text) => Math.min(Math.max(Math.floor(Number(text)) || 0, 0), most))
);
/** The answers beside these are read by the scorecard: `answersIn`. */
export const scoringForm = v.object({
	sharedNote: text('The note to the advisor', 4000),
	privateNote: text('The note to the leader', 4000),
	seconds,
	version,
	then: v.optional(v.string(), 'next')
});
export const rescoringForm = v.object({ version });

/** A recording or file to keep with a score; the file itself is read beside it. */
export const fileForm = v.object({ shows: optionalLine('What it shows', 200) });
export const takeOffForm = v.object({ file: chosen('Choose the file to take off') });
