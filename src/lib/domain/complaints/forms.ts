import * as v from 'valibot';
import { channels } from '../journeys/channels.ts';
import { severities } from '../findings/words.ts';
import { choice, chosen, day, line, optionalLine, requiredText, text, tick, version } from '../../server/fields.ts';
import { causes, outcomes, stages, tellUsKinds } from './words.ts';

const noChoice = '';
/** What somebody writes down of what a customer said. */
export const caseFields = {
	kind: choice(tellUsKinds, 'Choose whether it is a complaint, a compliment or a comment'),
	receivedOn: day('the day it came in'),
	channel: choice(channels, 'Choose how it came in'),
	serviceId: chosen('Choose the service it is about'),
	teamId: v.optional(v.string()),
	reference: optionalLine('Reference', 60),
	customerName: optionalLine('Customer’s name', 120),
	customerContact: optionalLine('How to reach the customer', 200),
	words: requiredText('what the customer said', 'What the customer said', 4000)
};
export const caseForm = v.object({
	...caseFields,
	/** For a complaint: whether it goes to stage 1 at once or is settled informally first. */
	stage: v.optional(v.picklist([noChoice, 'informal', 'stage 1'], 'Choose how it is handled first'), noChoice),
	/** What was said when asked about the same complaint: '' not asked yet, 'another', or the number of the one it is. */
	same: v.optional(v.string(), '')
});
export type CaseTyped = v.InferOutput<typeof caseForm>;

export const handlerForm = v.object({ handlerId: chosen('Choose who handles it'), version });
export const acknowledgementForm = v.object({ acknowledgedOn: day('the day it was acknowledged'), version });
export const answerForm = v.object({
	answeredOn: day('the day it was answered'),
	outcome: choice(outcomes, 'Choose whether it is upheld'),
	answer: requiredText('what the customer was told', 'What the customer was told', 8000),
	remedy: text('Remedy', 2000),
	version
});
export const extensionForm = v.object({
	dueOn: day('the day it will be answered by'),
	reason: requiredText('why more time is needed', 'Why more time is needed', 1000),
	version
});
export const escalationForm = v.object({
	openedOn: day('the day the customer asked'),
	why: requiredText('what the customer asks to be looked at', 'What the customer asks', 2000),
	version
});
export const withdrawalForm = v.object({
	withdrawnOn: day('the day it was withdrawn'),
	reason: requiredText('why it was withdrawn', 'Why it was withdrawn', 1000),
	version
});
export const lessonForm = v.object({
	cause: choice(causes, 'Choose why it came to this'),
	lesson: text('What was learnt', 2000),
	changeMade: text('What was changed', 2000),
	version
});
export const originalForm = v.object({
	original: v.pipe(
		line('the number of the case it repeats', 'Number', 9),
		v.regex(/^\d{1,9}$/, 'Enter a number, such as 114'),
		v.transform(Number)
	),
	version
});

/** A row of a file: as typed, with its later steps where it has them. */
export const stageChoice = v.optional(v.picklist([noChoice, ...stages], `Stage must be ${stages.join(', ')}, or empty`), noChoice);
export const findingForm = v.object({
	what: requiredText('what was found', 'What was found', 2000),
	severity: choice(severities, 'Choose how severe it is')
});
const months = 'Enter a number of months from 1 to 120';
const percent = 'Enter a whole percentage from 1 to 100';
const whole = (message: string, most: number) =>
	v.pipe(
		v.optional(v.string(message), ''),
		v.trim(),
		v.regex(/^\d{1,3}$/, message),
		v.transform(Number),
		v.minValue(1, message),
		v.maxValue(most, message)
	);
export const settingsForm = v.object({
	retentionMonths: whole(months, 120),
	benchmark: whole(percent, 100),
	benchmarkSource: line('whose figure it is', 'Whose figure it is', 160),
	understood: tick,
	version
});
