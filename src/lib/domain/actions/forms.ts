import * as v from 'valibot';
import { choice, chosen, day, line, optionalDay, optionalLine, requiredText, text, version } from '#lib/server/fields.ts';
import { faultsIn, type ActionDetails } from './details.ts';
import { outcomes, priorities, storedStatuses } from './status.ts';

const detailFields = v.object({
	title: line('a title', 'Title', 200),
	detail: text('What is to be done'),
	ownerId: chosen('Choose who owns this action'),
	priority: choice(priorities, 'Choose a priority'),
	startOn: day('the start date'),
	dueOn: day('the due date'),
	reviewOn: day('the review date'),
	measure: optionalLine('Success measure', 300),
	baseline: optionalLine('Where the measure stands', 200),
	target: optionalLine('Where the measure should go', 200)
});

/** The rules between fields, each shown at its own field once the fields alone are right. */
const together = <T extends ActionDetails>() =>
	v.rawCheck<T>(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const input = dataset.value;
		for (const { field, text: message } of faultsIn(input))
			addIssue({ message, path: [{ type: 'object', origin: 'value', input, key: field, value: undefined }] });
	});

/** An action as it is typed, whatever it comes from. */
export const detailsForm = v.pipe(detailFields, together());

/** An action added by hand: for which service, and for which finding if any. */
export const newActionForm = v.pipe(
	v.object({
		...detailFields.entries,
		serviceId: chosen('Choose a service'),
		findingId: v.optional(v.string(), '')
	}),
	together()
);

export const changedDetailsForm = v.pipe(v.object({ ...detailFields.entries, version }), together());

export const noteForm = v.object({ text: requiredText('a note', 'Note', 2000) });

export const statusForm = v.pipe(
	v.object({
		status: choice(storedStatuses, 'Choose how the action stands'),
		droppedReason: text('Why it is dropped', 1000),
		completedOn: optionalDay('the day it was completed'),
		'evidence[]': v.optional(v.array(v.string()), []),
		version
	}),
	v.forward(
		v.check(({ status, droppedReason }) => status !== 'dropped' || droppedReason !== '', 'Enter why this action is dropped'),
		['droppedReason']
	),
	v.forward(
		v.check(({ status, completedOn }) => status !== 'done' || completedOn !== '', 'Enter the day it was completed'),
		['completedOn']
	)
);

export const reviewForm = v.object({
	outcome: choice(outcomes, 'Choose whether the measure moved'),
	outcomeText: requiredText('what came of it', 'What came of it', 4000),
	version
});

/** One card of the board, moved. */
export const moveForm = v.object({
	action: v.pipe(chosen('Choose an action'), v.regex(/^\d{1,9}$/, 'Choose an action'), v.transform(Number)),
	status: choice(storedStatuses, 'Choose where to move the action'),
	version
});

/** What is chosen from the library; nothing ticked is a choice too. */
export const evidenceForm = v.object({ 'evidence[]': v.optional(v.array(v.string()), []) });
