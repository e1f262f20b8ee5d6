import { reviewSteps, type ReviewStep } from './method.ts';
import type { ReviewFacts } from './review-facts.ts';

/** Something a step lacks: the sentence, and the page below the journey's own where it is put right. */
export type Missing = { text: string; at: string };

/** Where a step of the review stands by what there is: whole, begun or not begun. What the team says of it stands apart. */
export type StepStand = { step: ReviewStep; state: 'whole' | 'begun' | 'not begun'; has: string[]; missing: Missing[] };

/** '1 finding', '3 findings', 'no findings'. */
const counted = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
const some = (n: number, one: string, many?: string) => (n ? [counted(n, one, many)] : []);
const lacking = (isLacking: boolean, text: string, at: string): Missing[] => (isLacking ? [{ text, at }] : []);

const rules: Record<ReviewStep, (facts: ReviewFacts) => { has: string[]; missing: Missing[] }> = {
	scope: (f) => ({
		has: [
			...(f.aim ? ['why it is reviewed'] : []),
			...(f.startsWhere && f.endsWhere ? ['where it starts and ends'] : []),
			...(f.hasSponsor ? ['a sponsor'] : []),
			...some(f.services, 'service crossed', 'services crossed'),
			...(f.team ? [`a team of ${f.team}`] : [])
		],
		missing: [
			...lacking(!f.aim, 'Say why it is reviewed', 'details'),
			...lacking(!f.startsWhere, 'Say where the journey starts', 'details'),
			...lacking(!f.endsWhere, 'Say where the journey ends', 'details'),
			...lacking(!f.hasSponsor, 'Name a sponsor', 'details'),
			...lacking(f.services === 0, 'Choose the services it crosses', 'services'),
			...lacking(f.team < 2, 'Name at least two people in the team', 'team')
		]
	}),
	gather: (f) => ({
		has: [
			...some(f.personas, 'persona'),
			...(f.methodsHeld ? [`${counted(f.methodsHeld, 'method')} held`] : []),
			...(f.contacts ? [`${counted(f.contacts, 'contact')} listened to`] : [])
		],
		missing: [
			...lacking(!f.personas, 'Describe at least one persona', 'personas'),
			...lacking(f.barePersonas > 0, `Write facts and needs for ${counted(f.barePersonas, 'persona')}`, 'personas'),
			...lacking(!f.methodsHeld, 'Hold at least one method and note when', 'methods')
		]
	}),
	'map as-is': (f) => ({
		has: f.asIsSteps === null ? [] : [`a map of ${counted(f.asIsSteps, 'step')}`],
		missing: f.asIsSteps
			? [
					...lacking(f.stepsNotEvidenced > 0, `Find evidence for ${counted(f.stepsNotEvidenced, 'step')}`, 'maps/as-is'),
					...lacking(f.stepsWithoutEmotion > 0, `Ask how customers feel at ${counted(f.stepsWithoutEmotion, 'step')}`, 'maps/as-is')
				]
			: [{ text: f.asIsSteps === null ? 'Begin the as-is map' : 'Add the first step to the as-is map', at: 'maps/as-is' }]
	}),
	find: (f) => ({
		has: some(f.findings, 'finding'),
		missing: [
			...lacking(!f.findings, 'Write down the first finding', 'findings'),
			...lacking(
				f.findingsWithoutCause > 0,
				`Ask why for ${counted(f.findingsWithoutCause, 'finding')}: the root cause is not known`,
				'findings'
			)
		]
	}),
	'design to-be': (f) => ({
		has: f.toBeSteps === null ? [] : [`a map of ${counted(f.toBeSteps, 'step')}`],
		missing: lacking(!f.toBeSteps, f.toBeSteps === null ? 'Begin the to-be map' : 'Add the first step to the to-be map', 'maps/to-be')
	}),
	recommend: (f) => ({
		has: some(f.recommendations, 'recommendation'),
		missing: [
			...lacking(!f.recommendations, 'Write the first recommendation', 'recommendations'),
			...lacking(
				f.recommendations > 0 && f.findingsWithoutRecommendation > 0,
				`Recommend something for ${counted(f.findingsWithoutRecommendation, 'finding')}`,
				'recommendations'
			),
			...lacking(
				f.recommendationsWithoutEffort > 0,
				`Say how much effort ${counted(f.recommendationsWithoutEffort, 'recommendation')} would take`,
				'recommendations'
			)
		]
	}),
	board: (f) => {
		const decided = f.recommendations - f.waiting - f.deferred;
		return {
			has: decided ? [`${counted(decided, 'recommendation')} decided, ${f.accepted} accepted`] : [],
			missing: [
				...lacking(!f.recommendations, 'There is no recommendation to take to the board', 'recommendations'),
				...lacking(
					f.waiting > 0,
					`${counted(f.waiting, 'recommendation')} ${f.waiting === 1 ? 'waits' : 'wait'} for the board`,
					'recommendations'
				),
				...lacking(
					f.deferred > 0,
					`${counted(f.deferred, 'recommendation')} ${f.deferred === 1 ? 'is' : 'are'} deferred`,
					'recommendations'
				)
			]
		};
	},
	implement: (f) => ({
		has: f.actions ? [`${f.actions - f.openActions} of ${counted(f.actions, 'action')} closed`] : [],
		missing: [
			...lacking(!f.accepted, 'No recommendation is accepted yet', 'recommendations'),
			...lacking(
				f.acceptedWithoutAction > 0,
				`${counted(f.acceptedWithoutAction, 'accepted recommendation')} ${f.acceptedWithoutAction === 1 ? 'has' : 'have'} no action`,
				'recommendations'
			),
			...lacking(
				f.openActions > 0,
				`${counted(f.openActions, 'action')} ${f.openActions === 1 ? 'is' : 'are'} still open`,
				'recommendations'
			),
			...lacking(
				f.actionsWithoutOutcome > 0,
				`Say whether the measure moved for ${counted(f.actionsWithoutOutcome, 'done action')}`,
				'recommendations'
			)
		]
	}),
	'lessons learned': (f) => ({
		has: some(f.lessons, 'lesson'),
		missing: lacking(!f.lessons, 'Write down what you would do differently next time', 'lessons')
	})
};

/**
 * Where each of the nine steps of a review stands: what there is and exactly what is missing, worked out from the facts
 * and never typed. Whole: nothing is missing. Begun: something is there. DOMAIN section 4.
 */
export const standOf = (facts: ReviewFacts): StepStand[] =>
	reviewSteps.map((step) => {
		const { has, missing } = rules[step](facts);
		return { step, state: !missing.length ? 'whole' : has.length ? 'begun' : 'not begun', has, missing };
	});

/** What stands in the way of finishing a review, in sentences; empty where it can be finished. Open actions go on without it. */
export function missingToFinish(f: ReviewFacts): Missing[] {
	return [
		...lacking(!f.asIsSteps, 'The as-is map has no step', 'maps/as-is'),
		...lacking(!f.findings, 'Nothing is found yet', 'findings'),
		...lacking(
			f.waiting + f.deferred > 0,
			`${counted(f.waiting + f.deferred, 'recommendation')} ${f.waiting + f.deferred === 1 ? 'is' : 'are'} not decided`,
			'recommendations'
		),
		...lacking(!f.lessons, 'No lesson is written down', 'lessons')
	];
}
