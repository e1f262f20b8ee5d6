import * as v from 'valibot';
import { channels } from '#lib/domain/journeys/channels.ts';
import { themes } from '#lib/domain/measures/words.ts';

const channel = v.picklist(channels);
const three = v.pipe(v.array(v.number()), v.length(3));
const numbers = v.record(v.string(), v.number());

const rate = v.strictObject({
	/** A value for each of these channels, or one for all of them together. */
	channels: v.optional(v.array(channel)),
	together: v.optional(v.array(channel)),
	of: v.number(),
	start: v.number(),
	end: v.number(),
	sway: v.number(),
	channel: v.optional(numbers, {}),
	service: v.optional(numbers, {})
});

/** What seed/example-council/measures.yaml says; the rules by which values come of it stand there. */
export const measuresFile = v.strictObject({
	totals: v.record(channel, three),
	online: three,
	season: v.pipe(v.array(v.number()), v.length(12)),
	sway: v.number(),
	services: v.record(v.string(), numbers),
	/** The team that takes a channel of a service, by name. */
	teams: v.record(v.string(), v.record(channel, v.string())),
	rates: v.record(v.string(), rate),
	events: v.array(
		v.strictObject({
			measure: v.string(),
			service: v.string(),
			channel: v.optional(channel),
			/** The last month it touches; 1 is the latest there is. */
			last: v.number(),
			months: v.number(),
			by: v.number()
		})
	),
	correction: v.strictObject({
		measure: v.string(),
		service: v.string(),
		channel,
		back: v.number(),
		less: v.number(),
		reason: v.string()
	}),
	missing: v.strictObject({ measure: v.string(), service: v.string(), months: v.number() }),
	/** Who owns the measures of a theme. */
	owners: v.record(v.picklist(themes), v.string()),
	aims: v.array(v.strictObject({ service: v.string(), by: v.string(), action: v.string(), measure: v.string(), on: v.number() }))
});
export type MeasuresSeed = v.InferOutput<typeof measuresFile>;
