import * as v from 'valibot';
import { demandKinds } from '#lib/domain/demand/kinds.ts';
import { severities } from '#lib/domain/findings/words.ts';
import { channels } from '#lib/domain/journeys/channels.ts';
import { customers, methods, reviewSteps } from '#lib/domain/journeys/method.ts';
import { evidencings, servers } from '#lib/domain/maps/step-words.ts';
import { days } from './service-file.ts';

/* What a file of seed/example-council/journeys says: one review. Days are counted from today, past ones negative. */

const text = v.optional(v.string(), '');
const whole = v.pipe(v.number(), v.integer());
const maybe = v.optional(v.nullable(whole), null);

const step = v.strictObject({
	/** How contacts, findings and the to-be map name it; the to-be map says with `from` what it was made of. */
	key: v.optional(v.string()),
	from: v.optional(v.string()),
	does: v.string(),
	wants: text,
	channel: v.optional(v.nullable(v.picklist(channels)), null),
	servedBy: v.optional(v.picklist(servers), 'nobody'),
	backstage: text,
	systems: text,
	emotion: maybe,
	quote: text,
	/** Minutes. */
	waiting: maybe,
	handling: maybe,
	truth: v.optional(v.boolean(), false),
	/** Contacts a year. */
	demand: maybe,
	failure: maybe,
	pain: text,
	evidenced: v.optional(v.picklist(evidencings), 'none'),
	/** Titles of pieces in the library that show it is so; only of a step with a key, as it is. */
	evidence: v.optional(v.array(v.string()), [])
});
const map = v.strictObject({
	on: days,
	stages: v.array(v.strictObject({ name: v.string(), who: text, steps: v.array(step) }))
});

const contact = v.pipe(
	v.strictTuple([days, v.picklist(channels), v.picklist(demandKinds), v.string(), v.string(), v.picklist(['yes', 'no', '']), v.string()]),
	v.transform(([on, channel, kind, type, step, predictable, words]) => ({ on, channel, kind, type, step, predictable, words }))
);

export const recommendationShape = v.strictObject({
	key: v.string(),
	on: days,
	text: v.string(),
	customerBenefit: v.string(),
	customerValue: whole,
	councilBenefit: v.string(),
	councilValue: whole,
	effort: whole,
	/** Pence. */
	cost: whole,
	/** Contacts a year. */
	avoided: whole,
	channel: v.picklist(channels)
});

const finding = v.strictObject({
	key: v.string(),
	on: days,
	what: v.string(),
	step: v.string(),
	severity: v.picklist(severities),
	howOften: v.string(),
	whys: v.array(v.string()),
	breaches: text,
	/** The principle it breaches. */
	principle: v.optional(v.strictObject({ framework: v.string(), number: v.string() })),
	recommendations: v.array(recommendationShape)
});

export const journeyFile = v.strictObject({
	words: v.string(),
	name: v.string(),
	customer: v.picklist(customers),
	lifeEvent: v.string(),
	service: v.string(),
	crosses: v.array(v.string()),
	manager: v.string(),
	sponsor: v.string(),
	aim: v.string(),
	startsWhere: v.string(),
	endsWhere: v.string(),
	starts: days,
	ends: days,
	team: v.array(v.strictObject({ who: v.string(), part: v.string() })),
	personas: v.array(v.strictObject({ name: v.string(), facts: v.array(v.string()), needs: v.array(v.string()) })),
	methods: v.array(v.strictObject({ method: v.picklist(methods), on: days, about: v.string() })),
	asIs: map,
	toBe: v.optional(map),
	contacts: v.array(contact),
	findings: v.array(finding),
	/** The check against a framework: for each principle its rating and why. */
	principles: v.optional(
		v.strictObject({ framework: v.string(), on: days, ratings: v.record(v.string(), v.strictTuple([v.string(), v.string()])) })
	),
	lessons: v.array(v.strictObject({ key: v.string(), on: days, step: v.picklist(reviewSteps), text: v.string() })),
	progress: v.array(v.strictObject({ step: v.picklist(reviewSteps), on: days, note: v.string() })),
	finished: v.optional(days)
});

export type JourneyYear = v.InferOutput<typeof journeyFile>;
export type MapInFile = v.InferOutput<typeof map>;
