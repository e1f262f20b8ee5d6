import * as v from 'valibot';
import { channels } from '#lib/domain/journeys/channels.ts';
import { levels } from '#lib/domain/mystery-shopping/words.ts';
import { days } from './service-file.ts';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const met = v.record(v.string(), share);
/** The place of a visit in its wave, the first is 1. */
const place = v.pipe(v.number(), v.integer(), v.minValue(1));
const lines = v.array(v.string());
/** What shoppers say of a contact that went well, so and so or badly, and where there was none. */
const words = v.strictObject({ good: lines, mixed: lines, poor: lines, nothing: v.optional(lines, []) });

const wave = v.strictObject({
	name: v.string(),
	seed: v.string(),
	start: days,
	perService: v.number(),
	closed: v.optional(days),
	/** So much more often, of a hundred, each standard is met in this wave. */
	better: v.number(),
	notMade: v.array(place),
	leftOut: v.array(v.strictObject({ visit: place, reason: v.string() })),
	sentBack: v.array(v.strictObject({ visit: place, mend: v.string() })),
	/** What is to be mended on a visit that lies with its shopper again today. */
	stillBack: v.optional(v.string()),
	findings: v.optional(v.strictObject({ on: days, most: v.number() }))
});

/** What seed/example-council/mystery-shopping.yaml says. Services and people are named by their keys in the other files. */
export const shoppingFile = v.strictObject({
	programme: v.strictObject({
		on: days,
		name: v.string(),
		aim: v.string(),
		noticeWhat: v.string(),
		noticeWhy: v.string(),
		noticeGiven: days,
		level: v.picklist(levels)
	}),
	ties: v.array(v.strictObject({ on: days, shopper: v.string(), service: v.string(), why: v.string() })),
	scenarios: v.array(
		v.strictObject({
			title: v.string(),
			service: v.string(),
			channel: v.picklist(channels),
			situation: v.string(),
			whereTo: v.string(),
			rightAnswer: v.string(),
			variants: v.array(v.string()),
			standard: v.string()
		})
	),
	met,
	otherwise: v.array(v.strictObject({ service: v.string(), standards: met })),
	waves: v.array(wave),
	/** What a shopper notes who reached nobody, by channel. */
	tried: v.record(v.string(), v.string()),
	said: v.record(v.string(), words)
});

export type Shopping = v.InferOutput<typeof shoppingFile>;
export type ShoppingWave = v.InferOutput<typeof wave>;
