import * as v from 'valibot';
import { causes } from '#lib/domain/complaints/words.ts';
import { channels, type Channel } from '#lib/domain/journeys/channels.ts';
import { surveyKinds, surveyParts } from '#lib/domain/surveys/words.ts';

const count = v.pipe(v.number(), v.integer());
const survey = v.strictObject({
	key: v.string(),
	title: v.string(),
	kind: v.picklist(surveyKinds),
	service: v.optional(v.string()),
	opens: count,
	closes: v.optional(count),
	answersAMonth: count,
	satisfied: v.strictObject({ from: v.number(), to: v.number() })
});
const said = {
	service: v.string(),
	words: v.string(),
	cause: v.optional(v.picklist(causes)),
	lesson: v.optional(v.string()),
	change: v.optional(v.string())
};
/** How a case of its own goes on. */
export const ways = ['late', 'not acknowledged', 'extended', 'at stage 2', 'opened again', 'withdrawn', 'twice', 'finding'] as const;
export type Way = (typeof ways)[number];

export const feedbackFile = v.strictObject({
	surveys: v.array(survey),
	parts: v.strictObject(
		Object.fromEntries(surveyParts.map((part) => [part, v.number()])) as Record<(typeof surveyParts)[number], v.NumberSchema<undefined>>
	),
	channels: v.record(v.picklist(channels), count),
	services: v.record(v.string(), count),
	managers: v.record(v.string(), v.string()),
	/** The team that takes a channel of a service, by name. */
	teams: v.record(
		v.string(),
		v.partial(
			v.strictObject(Object.fromEntries(channels.map((channel) => [channel, v.string()])) as Record<Channel, v.StringSchema<undefined>>)
		)
	),
	comments: v.array(v.string()),
	people: v.array(v.string()),
	aMonth: count,
	complaints: count,
	compliments: count,
	complaint: v.array(v.strictObject(said)),
	compliment: v.array(v.strictObject(said)),
	comment: v.array(v.strictObject(said)),
	special: v.array(v.strictObject({ ...said, on: count, as: v.picklist(ways), again: v.optional(v.string()) }))
});
export type FeedbackSeed = v.InferOutput<typeof feedbackFile>;
export type SurveySeed = v.InferOutput<typeof survey>;
export type Said = FeedbackSeed['complaint'][number];
