import * as v from 'valibot';
import { decisionKinds, itemKinds, views } from '#lib/domain/board/words.ts';
import { channels } from '#lib/domain/journeys/channels.ts';
import { actionShape, days } from './service-file.ts';

/* What seed/example-council/board.yaml says: what a contact costs, and the meetings of the Engagement Board. */

const text = v.optional(v.string(), '');

const meeting = v.strictObject({
	/** The day it was planned, and the day it is held. */
	planned: days,
	day: days,
	time: v.string(),
	place: v.string(),
	/** `thing` is the key of a finding, a recommendation or a lesson in the file of its journey. */
	items: v.array(v.strictObject({ kind: v.picklist(itemKinds), thing: v.string(), asks: v.string() })),
	/** Empty for a meeting to come. */
	present: v.array(v.string()),
	views: v.array(v.strictObject({ on: days, by: v.string(), thing: v.string(), view: v.picklist(views), comment: v.string() })),
	interests: v.optional(v.array(v.strictObject({ on: days, by: v.string(), thing: v.string(), what: v.string() })), []),
	decisions: v.array(
		v.strictObject({
			thing: v.string(),
			decision: v.picklist(decisionKinds),
			changes: text,
			reason: text,
			action: v.optional(actionShape)
		})
	),
	minutes: v.string()
});

export const boardFile = v.strictObject({
	costs: v.strictObject({
		on: days,
		by: v.string(),
		source: v.string(),
		pence: v.record(v.picklist(channels), v.pipe(v.number(), v.integer()))
	}),
	meetings: v.array(meeting)
});

export type BoardYear = v.InferOutput<typeof boardFile>;
export type MeetingInFile = BoardYear['meetings'][number];
