import type { Question, Scorecard } from './card.ts';

/** A number as a finished scorecard has it: within its limits, with so many decimals; the least where there is none yet. */
const within = (value: unknown, least: number, most: number, places: number): number =>
	typeof value === 'number' && Number.isFinite(value) ? Number(Math.min(most, Math.max(least, value)).toFixed(places)) : least;

/**
 * A draft as it can be shown and tried while it is unfinished: a list that is missing is empty, a number that is missing or
 * beyond its limits is the nearest it may be. A finished scorecard comes out as it went in.
 */
export const readable = (draft: Scorecard): Scorecard => ({
	...draft,
	passMark: within(draft.passMark, 0, 100, 2),
	bands: (draft.bands ?? []).map((band) => ({ ...band, from: within(band.from, 0, 100, 2) })),
	sections: (draft.sections ?? []).map((section) => ({
		...section,
		weight: within(section.weight, 0, 1000, 3),
		questions: (section.questions ?? []).map(readableQuestion)
	}))
});

const readableQuestion = (question: Question): Question => ({
	...question,
	weight: within(question.weight, 0, 1000, 3),
	...(question.type === 'choice' || question.choices
		? { choices: (question.choices ?? []).map((choice) => ({ ...choice, worth: within(choice.worth, 0, 1, 5) })) }
		: {}),
	...(question.type === 'number' || question.bands
		? { bands: (question.bands ?? []).map((band) => ({ ...band, worth: within(band.worth, 0, 1, 5) })) }
		: {})
});
