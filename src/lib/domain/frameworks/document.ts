import * as v from 'valibot';
import { list, part, slug, whole, words } from '../../server/document-fields.ts';

/*
 * What a framework file says, and so what a stored framework version holds.
 * DOMAIN section 2: three kinds go through the same screens. What one field alone can get wrong is said here;
 * what two fields can get wrong together is in `consistency.ts`. Each `v.title` is the field's name in messages.
 */

export const kinds = ['staged', 'rubric', 'compliance'] as const;
export type Kind = (typeof kinds)[number];

const lines = (most: number, what: string, line: string) =>
	v.pipe(v.array(words(most, line), `${what} must be a list`), v.minLength(1, `${what} is missing`), v.title(what));

const source = v.pipe(
	v.strictObject({
		title: words(200, 'The title of the source'),
		publisher: words(200, 'The publisher of the source'),
		year: v.optional(whole('The year of the source', 1800, 2200)),
		place: v.optional(words(200, 'The place in the source'))
	}),
	v.title('The source')
);

const theme = v.pipe(
	v.strictObject({ id: slug('A theme id'), name: words(80, 'The name of a theme'), about: v.optional(words(600, 'About a theme')) }),
	v.title('A theme')
);

/** One rung of a rating scale. `worth` is 0 to 1; what averages and thresholds use. */
const rating = v.pipe(
	v.strictObject({
		id: v.pipe(
			v.string('A rating id must be text'),
			v.regex(/^[A-Za-z0-9-]{1,40}$/, 'A rating id must be letters, figures and hyphens'),
			v.title('A rating id')
		),
		name: words(60, 'The name of a rating'),
		about: words(300, 'About a rating'),
		worth: part('The worth of a rating')
	}),
	v.title('A rating')
);

const level = v.pipe(
	v.strictObject({
		number: whole('The number of a level', 1, 9),
		name: words(40, 'The name of a level'),
		award: v.optional(words(40, 'The award of a level')),
		about: words(600, 'About a level')
	}),
	v.title('A level')
);

const criterion = v.pipe(
	v.strictObject({
		number: v.pipe(
			v.string('The number of a criterion must be text: put it in quotation marks'),
			v.maxLength(20, 'The number of a criterion must be 20 characters or fewer'),
			v.regex(/^[A-Z0-9]+(\.[A-Z0-9]+)*$/i, 'The number of a criterion must look like 1.1'),
			v.title('The number of a criterion')
		),
		theme: slug('The theme of a criterion'),
		/** staged: the level it belongs to */
		level: v.optional(whole('The level of a criterion', 1, 9)),
		title: words(120, 'The title of a criterion'),
		text: words(1200, 'The text of a criterion'),
		source: words(200, 'The source of a criterion'),
		why: words(1500, 'Why it matters'),
		evidence: lines(300, 'What good evidence looks like', 'A line of good evidence'),
		better: lines(400, 'How to do better', 'A line of how to do better'),
		/** rubric: one description a level, level 1 first */
		descriptions: v.optional(lines(800, 'The list of descriptions', 'A description'))
	}),
	v.title('A criterion')
);

const scale = v.pipe(v.picklist(['N', 'P', 'L', 'F'], 'The threshold must be N, P, L or F'), v.title('The threshold'));

/** compliance: an outcome holds when all its conditions do; the first that holds, from the top, is the outcome. */
const outcome = v.pipe(
	v.strictObject({
		id: slug('An outcome id'),
		name: words(60, 'The name of an outcome'),
		about: words(400, 'About an outcome'),
		/** At most this many elements may be rated at each named rating; ratings not named are free. */
		atMost: v.optional(
			v.pipe(v.record(v.string(), whole('The most elements at a rating', 0, 10_000)), v.title('The most elements at a rating'))
		),
		/** At least this share (0 to 1) of the applicable elements is rated at one of `ratings`. */
		atLeast: v.optional(
			v.pipe(
				v.strictObject({
					share: part('The share of elements'),
					ratings: lines(40, 'The ratings that count towards the share', 'A rating id')
				}),
				v.title('The least share of elements')
			)
		)
	}),
	v.title('An outcome')
);

export const frameworkSchema = v.pipe(
	v.strictObject({
		id: slug('The id of the framework'),
		name: words(120, 'The name of the framework'),
		version: v.pipe(
			v.string('The version must be text: put it in quotation marks'),
			v.regex(/^\d{1,4}\.\d{1,4}$/, 'The version must look like 1.0'),
			v.title('The version')
		),
		kind: v.pipe(v.picklist(kinds, `The kind must be one of ${kinds.join(', ')}`), v.title('The kind')),
		about: words(2000, 'About the framework'),
		source,
		/** staged: which rating the level itself and the levels below must reach (ISO/IEC 33020) */
		thresholds: v.optional(v.pipe(v.strictObject({ atLevel: scale, below: scale }), v.title('The thresholds'))),
		/** staged and rubric: the levels, lowest first */
		levels: v.optional(list(level, 'The list of levels')),
		/** compliance: the framework's own scale, worst first */
		scale: v.optional(list(rating, 'The scale')),
		/** compliance: the outcomes, best first; the last one has no conditions */
		outcomes: v.optional(list(outcome, 'The list of outcomes')),
		themes: list(theme, 'The list of themes'),
		criteria: list(criterion, 'The list of criteria')
	}),
	v.title('The framework')
);

export type Framework = v.InferOutput<typeof frameworkSchema>;
export type Criterion = Framework['criteria'][number];
export type Theme = Framework['themes'][number];
export type Level = NonNullable<Framework['levels']>[number];
export type Rating = NonNullable<Framework['scale']>[number];
export type Outcome = NonNullable<Framework['outcomes']>[number];
