import * as v from 'valibot';

/*
 * What a framework file says, and so what a stored framework version holds.
 * DOMAIN section 2: three kinds go through the same screens.
 */

export const kinds = ['staged', 'rubric', 'compliance'] as const;
export type Kind = (typeof kinds)[number];

const words = (most: number, what: string) =>
	v.pipe(
		v.string(`${what} must be text`),
		v.trim(),
		v.nonEmpty(`${what} is missing`),
		v.maxLength(most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`)
	);
const slug = (what: string) =>
	v.pipe(v.string(`${what} must be text`), v.regex(/^[a-z][a-z0-9-]{0,59}$/, `${what} must be small letters, figures and hyphens`));
const number = v.pipe(
	v.string('A number must be text: put it in quotation marks'),
	v.regex(/^[A-Z0-9]+(\.[A-Z0-9]+)*$/i, 'A number looks like 1.1')
);

const source = v.strictObject({
	title: words(200, 'The title of the source'),
	publisher: words(200, 'The publisher of the source'),
	year: v.optional(v.pipe(v.number('The year must be a number'), v.integer())),
	place: v.optional(words(200, 'The place in the source'))
});

const theme = v.strictObject({
	id: slug('A theme id'),
	name: words(80, 'The name of a theme'),
	about: v.optional(words(600, 'About a theme'))
});

/** One rung of a rating scale. `worth` is 0 to 1; what averages and thresholds use. */
const rating = v.strictObject({
	id: v.pipe(v.string('A rating id must be text'), v.regex(/^[A-Za-z0-9-]{1,40}$/, 'A rating id is letters, figures and hyphens')),
	name: words(60, 'The name of a rating'),
	about: words(300, 'About a rating'),
	worth: v.pipe(v.number('The worth of a rating must be a number'), v.minValue(0), v.maxValue(1))
});

const level = v.strictObject({
	number: v.pipe(v.number('The number of a level must be a number'), v.integer(), v.minValue(1), v.maxValue(9)),
	name: words(40, 'The name of a level'),
	award: v.optional(words(40, 'The award of a level')),
	about: words(600, 'About a level')
});

const criterion = v.strictObject({
	number,
	theme: slug('The theme of a criterion'),
	/** staged: the level it belongs to */
	level: v.optional(v.pipe(v.number('The level of a criterion must be a number'), v.integer())),
	title: words(120, 'The title of a criterion'),
	text: words(1200, 'The text of a criterion'),
	source: words(200, 'The source of a criterion'),
	why: words(1500, 'Why it matters'),
	evidence: v.pipe(
		v.array(words(300, 'A line of good evidence'), 'What good evidence looks like is a list'),
		v.minLength(1, 'What good evidence looks like is missing')
	),
	better: v.pipe(
		v.array(words(400, 'A line of how to do better'), 'How to do better is a list'),
		v.minLength(1, 'How to do better is missing')
	),
	/** rubric: the five descriptions, level 1 first */
	descriptions: v.optional(v.array(words(800, 'A description')))
});

const scale = v.picklist(['N', 'P', 'L', 'F'], 'The threshold must be N, P, L or F');

/** compliance: an outcome holds when all its conditions do; the first that holds, from the top, is the outcome. */
const outcome = v.strictObject({
	id: slug('An outcome id'),
	name: words(60, 'The name of an outcome'),
	about: words(400, 'About an outcome'),
	/** At most this many elements may be rated at each named rating; ratings not named are free. */
	atMost: v.optional(v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0)))),
	/** At least this share (0 to 1) of the applicable elements is rated at one of `ratings`. */
	atLeast: v.optional(v.strictObject({ share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)), ratings: v.array(v.string()) }))
});

export const frameworkSchema = v.strictObject({
	id: slug('The id of the framework'),
	name: words(120, 'The name of the framework'),
	version: v.pipe(v.string('The version must be text: put it in quotation marks'), v.regex(/^\d+\.\d+$/, 'The version looks like 1.0')),
	kind: v.picklist(kinds, `The kind must be one of ${kinds.join(', ')}`),
	about: words(2000, 'About the framework'),
	source,
	/** staged: which rating the level itself and the levels below must reach (ISO/IEC 33020) */
	thresholds: v.optional(v.strictObject({ atLevel: scale, below: scale })),
	/** staged and rubric: the levels, lowest first */
	levels: v.optional(v.array(level)),
	/** compliance: the framework's own scale, worst first */
	scale: v.optional(v.array(rating)),
	/** compliance: the outcomes, best first; the last one has no conditions */
	outcomes: v.optional(v.array(outcome)),
	themes: v.pipe(v.array(theme), v.minLength(1, 'A framework has at least one theme')),
	criteria: v.pipe(v.array(criterion), v.minLength(1, 'A framework has at least one criterion'))
});

export type Framework = v.InferOutput<typeof frameworkSchema>;
export type Criterion = Framework['criteria'][number];
export type Theme = Framework['themes'][number];
export type Level = NonNullable<Framework['levels']>[number];
