import { describe, expect, test } from 'vitest';
import { noFacts } from '../../../../tests/support/journeys.ts';
import { reviewSteps, type ReviewStep } from './method.ts';
import type { ReviewFacts } from './review-facts.ts';
import { standExplained } from './stand-explained.ts';
import { missingToFinish, standOf } from './stand.ts';

const everything: ReviewFacts = {
	...noFacts,
	aim: 'Tenants ring three times',
	startsWhere: 'The fault is noticed',
	endsWhere: 'The tenant says it works',
	hasSponsor: true,
	services: 3,
	team: 4,
	personas: 2,
	methodsHeld: 3,
	contacts: 40,
	asIsSteps: 6,
	toBeSteps: 4,
	findings: 3,
	recommendations: 4,
	accepted: 3,
	actions: 3,
	lessons: 2
};

const at = (facts: Partial<ReviewFacts>, step: ReviewStep, from = everything) =>
	standOf({ ...from, ...facts }).find((stand) => stand.step === step)!;
const missing = (facts: Partial<ReviewFacts>, step: ReviewStep, from = everything) => at(facts, step, from).missing.map(({ text }) => text);

test('the nine steps come in the order of the method', () => {
	expect(standOf(noFacts).map(({ step }) => step)).toEqual(reviewSteps);
});

test('where there is nothing, nothing is whole and each step says what to do first', () => {
	const stands = standOf(noFacts);
	expect(stands.filter(({ state }) => state === 'whole')).toEqual([]);
	expect(stands.filter(({ missing }) => !missing.length)).toEqual([]);
});

test('where everything is there, every step is whole and the review can be finished', () => {
	expect(standOf(everything).filter(({ state }) => state !== 'whole')).toEqual([]);
	expect(missingToFinish(everything)).toEqual([]);
});

describe('exactly what is missing', () => {
	test.each<[ReviewStep, Partial<ReviewFacts>, string[]]>([
		['scope', { endsWhere: '', team: 1 }, ['Say where the journey ends', 'Name at least two people in the team']],
		['scope', { hasSponsor: false }, ['Name a sponsor']],
		['gather', { personas: 0 }, ['Describe at least one persona']],
		['gather', { barePersonas: 1 }, ['Write facts and needs for 1 persona']],
		['gather', { methodsHeld: 0 }, ['Hold at least one method and note when']],
		['map as-is', { asIsSteps: null }, ['Begin the as-is map']],
		['map as-is', { asIsSteps: 0 }, ['Add the first step to the as-is map']],
		['map as-is', { stepsNotEvidenced: 2, stepsWithoutEmotion: 1 }, ['Find evidence for 2 steps', 'Ask how customers feel at 1 step']],
		['find', { findingsWithoutCause: 1 }, ['Ask why for 1 finding: the root cause is not known']],
		['design to-be', { toBeSteps: null }, ['Begin the to-be map']],
		['recommend', { findingsWithoutRecommendation: 2 }, ['Recommend something for 2 findings']],
		['recommend', { recommendationsWithoutEffort: 1 }, ['Say how much effort 1 recommendation would take']],
		['board', { waiting: 1, deferred: 2 }, ['1 recommendation waits for the board', '2 recommendations are deferred']],
		['implement', { acceptedWithoutAction: 1 }, ['1 accepted recommendation has no action']],
		['implement', { openActions: 2 }, ['2 actions are still open']],
		['implement', { actionsWithoutOutcome: 1 }, ['Say whether the measure moved for 1 done action']],
		['lessons learned', { lessons: 0 }, ['Write down what you would do differently next time']]
	])('%s, where %o', (step, facts, texts) => {
		expect(missing(facts, step)).toEqual(texts);
	});
});

test('a step is begun while something is there and something is missing', () => {
	expect(at({ aim: 'Fewer calls', services: 0, team: 0 }, 'scope', noFacts).state).toBe('begun');
	expect(at({ services: 0, team: 0 }, 'scope', noFacts).state).toBe('not begun');
	expect(at({ asIsSteps: 0 }, 'map as-is', noFacts).state).toBe('begun');
	expect(at({ waiting: 1, recommendations: 4 }, 'board').has).toEqual(['3 recommendations decided, 3 accepted']);
});

test('a review cannot be finished with nothing in it, and open actions do not hold it up', () => {
	expect(missingToFinish(noFacts).map(({ text }) => text)).toEqual([
		'The as-is map has no step',
		'Nothing is found yet',
		'No lesson is written down'
	]);
	expect(missingToFinish({ ...everything, waiting: 1, deferred: 1 }).map(({ text }) => text)).toEqual([
		'2 recommendations are not decided'
	]);
	expect(missingToFinish({ ...everything, openActions: 2 })).toEqual([]);
});

test('every step says in words what it asks for', () => {
	for (const step of reviewSteps) expect(standExplained[step]).toMatch(/^Whole when .+\.$/);
});
