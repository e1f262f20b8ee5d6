import * as v from 'valibot';
import type { ActionDetails } from '#lib/domain/actions/details.ts';
import { detailsForm } from '#lib/domain/actions/forms.ts';
import { choice, day, line, optionalLine, requiredText, text, version } from '#lib/server/fields.ts';
import type { Decided } from './carrying-out.server.ts';
import { attendances, itemKinds, views, type Attendance, type ItemKind } from './words.ts';

const time = 'Enter the time as hours and minutes, such as 14:00';
const details = {
	heldOn: day('the day of the meeting'),
	startsAt: v.pipe(
		line('the time of the meeting', 'Time', 5),
		v.transform((text) => text.replace('.', ':').padStart(5, '0')),
		v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, time)
	),
	place: optionalLine('Place', 200)
};

export const newMeetingForm = v.object(details);
export const meetingForm = v.object({ ...details, version });

/** A step with nothing to write: cancelling, closing, renewing the members. */
export const stepForm = v.object({ version });

export const minutesForm = v.object({ minutes: text('The minutes', 20_000), version });

export const quorumForm = v.object({
	boardQuorum: v.pipe(
		v.optional(v.string('Enter the quorum'), ''),
		v.trim(),
		v.nonEmpty('Enter the quorum'),
		v.regex(/^\d{1,3}$/, 'The quorum must be a whole number from 1 to 100'),
		v.transform(Number),
		v.minValue(1, 'The quorum must be a whole number from 1 to 100'),
		v.maxValue(100, 'The quorum must be a whole number from 1 to 100')
	),
	version
});

/** A thing as a tick box names it: 'finding 5f…'. */
const thing = v.pipe(
	v.string(),
	v.transform((text) => {
		const [kind = '', thingId = ''] = text.split(' ');
		return { kind: kind as ItemKind, thingId };
	}),
	v.check(({ kind, thingId }) => itemKinds.includes(kind) && thingId !== '', 'Choose from what waits for the board')
);

export const addItemsForm = v.object({
	'things[]': v.optional(v.array(thing), []),
	asks: text('What is asked of the board', 1000)
});

export const moveItemForm = v.object({
	item: v.optional(v.string('Choose an item'), ''),
	way: choice(['up', 'down'], 'Choose which way to move it'),
	version
});
export const removeItemForm = v.object({ item: v.optional(v.string('Choose an item'), ''), version });

/** What a member thinks. The version is that of the view they saw, 0 for none. */
export const viewForm = v.object({
	view: choice(views, 'Choose your view'),
	comment: text('The comment', 4000),
	version
});

export const interestForm = v.object({ what: requiredText('what your interest is', 'The interest', 1000) });

/** Who is at the meeting: a choice for each member, by their id. */
export const attendanceForm = (memberIds: readonly string[]) =>
	v.object({
		...Object.fromEntries(memberIds.map((id) => [`attendance-${id}`, choice(attendances, 'Choose whether this member is present')])),
		version
	});

const about = {
	changes: text('The changes', 4000),
	reason: text('The reason', 4000),
	deferredTo: v.optional(v.unknown()),
	level: v.optional(v.string(), ''),
	thingVersion: version,
	after: version
};
const noDay = v.pipe(
	v.optional(v.unknown()),
	v.transform(() => '')
);

/**
 * A decision as it is typed: with the action where a recommendation is accepted and is none yet, with the day where it
 * is deferred. What is needed beyond this depends on the meeting, and the capability says it.
 */
export const decisionForm = (needsAction: boolean) => {
	const accepted = needsAction ? detailsForm.entries : {};
	return v.variant(
		'decision',
		[
			v.object({ decision: v.literal('accept'), ...about, deferredTo: noDay, ...accepted }),
			v.object({ decision: v.literal('accept with changes'), ...about, deferredTo: noDay, ...accepted }),
			v.object({ decision: v.literal('defer'), ...about, deferredTo: day('the day to which this is deferred') }),
			v.object({ decision: v.literal('reject'), ...about, deferredTo: noDay })
		],
		'Choose what the board decides'
	);
};

export const bringBackForm = v.object({
	meeting: v.pipe(v.optional(v.string('Choose a meeting'), ''), v.regex(/^[1-9]\d{0,8}$/, 'Choose a meeting')),
	asks: requiredText('why it comes back to the board', 'Why it comes back', 1000)
});

/** The attendance a form brought, by the member's id. */
export function attendanceIn(data: Record<string, unknown> & { version: number }): {
	attendance: Record<string, Attendance>;
	version: number;
} {
	const { version, ...fields } = data;
	const attendance = Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [name.replace(/^attendance-/, ''), value as Attendance])
	);
	return { attendance, version };
}

/** A decision's form as the capability takes it. */
export function decidedIn(data: v.InferOutput<ReturnType<typeof decisionForm>>): Decided & { thingVersion: number; after: number } {
	const { decision, changes, reason, deferredTo, level, thingVersion, after, ...action } = data;
	return {
		decision,
		changes,
		reason,
		deferredTo: deferredTo ?? '',
		thingVersion,
		after,
		level: /^\d$/.test(level) ? Number(level) : undefined,
		// the rest is the action's own fields, where the form had them
		action: 'ownerId' in action ? (action as ActionDetails) : undefined
	};
}
