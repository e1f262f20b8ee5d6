import * as v from 'valibot';
import { reviewSteps } from '../journeys/method.ts';

const line = (name: string) =>
	v.pipe(
		v.string(`${name} must be text`),
		v.trim(),
		v.nonEmpty(`${name} is empty`),
		v.maxLength(600, `${name} must be 600 characters or fewer`)
	);
const lines = (name: string) =>
	v.pipe(
		v.array(line('This line'), `${name} must be a list, a line each`),
		v.minLength(1, `${name} needs at least one line`),
		v.maxLength(40, `${name} must have 40 lines or fewer`)
	);

/** The parts of a step's guidance that people read and lessons change, in order. */
export const partNames = {
	do: 'What to do',
	interview: 'Interview guide',
	workshop: 'Workshop plan',
	questions: 'Questions to ask',
	good: 'What good looks like'
} as const;
export type Part = keyof typeof partNames;
export const parts = Object.keys(partNames) as Part[];

export const guidanceSchema = v.strictObject({
	step: v.picklist(reviewSteps, `The step must be one of: ${reviewSteps.join(', ')}`),
	do: lines(partNames.do),
	interview: lines(partNames.interview),
	workshop: lines(partNames.workshop),
	questions: lines(partNames.questions),
	good: lines(partNames.good),
	/** Where it comes from: 'Enfield, page 5, recommendation 1'. */
	sources: lines('Sources')
});

/** How a review is done, step by step. DOMAIN section 4. */
export const toolkitSchema = v.strictObject({
	why: line('Why'),
	steps: v.pipe(
		v.array(guidanceSchema, 'Steps must be a list'),
		v.check(
			(steps) => steps.length === reviewSteps.length && steps.every(({ step }, place) => step === reviewSteps[place]),
			`Steps must be these nine, each once and in this order: ${reviewSteps.join(', ')}`
		)
	)
});

export type Guidance = v.InferOutput<typeof guidanceSchema>;
/** The guidance of a version; why it was made stands beside it. */
export type Toolkit = { steps: Guidance[] };

/** Text with a line each, as it is typed, into lines; empty ones are left out. */
export const linesIn = (text: string): string[] =>
	text
		.split('\n')
		.map((one) => one.trim())
		.filter(Boolean);
