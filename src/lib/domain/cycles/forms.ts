import * as v from 'valibot';
import { choice, chosen, day, line, requiredText, text, tick, version } from '#lib/server/fields.ts';

// radios of which none is chosen are not sent at all
const whole = (message: string) => v.pipe(v.optional(v.string(), ''), v.regex(/^\d{1,2}$/, message), v.transform(Number));

/** Launching a cycle: over every open service, or over those ticked. */
export const launchForm = v.pipe(
	v.object({
		name: line('a name', 'The name', 80),
		frameworkVersionId: chosen('Choose a framework'),
		startsOn: day('the first day'),
		dueOn: day('the due date'),
		carriesOver: tick,
		which: choice(['all', 'chosen'], 'Choose which services take part'),
		'services[]': v.optional(v.array(v.string()), [])
	}),
	v.transform(({ 'services[]': services, ...rest }) => ({ ...rest, services }))
);

/** More services for a cycle that runs. */
export const joiningForm = v.pipe(
	v.object({ 'services[]': v.optional(v.array(v.string()), []) }),
	v.transform(({ 'services[]': services }) => ({ services }))
);

/** What can still be changed about a cycle once it runs. */
export const detailsForm = v.object({ name: line('a name', 'The name', 80), dueOn: day('the due date'), version });

/** Closing a cycle; `confirmed` and `reason` where not everything is agreed. */
export const closureForm = v.object({ confirmed: tick, reason: text('The reason', 2000), version });

/** Opening a closed cycle again. */
export const openingForm = v.object({ version });

/** A service's target in a cycle. */
export const targetForm = v.object({
	level: whole('Choose a level'),
	byWhen: day('the date'),
	why: requiredText('why this level', 'Why', 1000),
	approvedBy: line('who approved it', 'Approved by', 120),
	version
});

/** Taking a target away. */
export const targetRemovalForm = v.object({ version });
