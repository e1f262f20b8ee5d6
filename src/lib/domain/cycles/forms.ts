import * as v from 'valibot';
import { day, line, requiredText, tick, version } from '#lib/server/fields.ts';

// radios of which none is chosen are not sent at all
const whole = (message: string) => v.pipe(v.optional(v.string(), ''), v.regex(/^\d{1,2}$/, message), v.transform(Number));

/** Launching a cycle: over every open service, or over those ticked. */
export const launchForm = v.pipe(
	v.object({
		name: line('a name', 'The name', 80),
		frameworkVersionId: v.pipe(v.optional(v.string(), ''), v.nonEmpty('Choose a framework')),
		startsOn: day('the first day'),
		dueOn: day('the due date'),
		carriesOver: tick,
		which: v.pipe(v.optional(v.string(), ''), v.picklist(['all', 'chosen'], 'Choose which services take part')),
		'services[]': v.optional(v.array(v.string()), [])
	}),
	v.transform(({ 'services[]': services, ...rest }) => ({ ...rest, services }))
);

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
