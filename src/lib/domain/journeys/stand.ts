import { reviewSteps, type ReviewStep } from './method.ts';

/** What there is of a review, counted; withdrawn findings and recommendations do not count. */
export type ReviewFacts = {
	aim: string;
	startsWhere: string;
	endsWhere: string;
	hasSponsor: boolean;
	services: number;
	team: number;
	personas: number;
	/** Personas of whom no fact or no need is written down. */
	barePersonas: number;
	/** Uses of a method up to today; planned ones do not count. */
	methodsHeld: number;
	contacts: number;
	/** Steps of the maps; null where a map was not begun. */
	asIsSteps: number | null;
	stepsNotEvidenced: number;
	stepsWithoutEmotion: number;
	toBeSteps: number | null;
	findings: number;
	findingsWithoutCause: number;
	findingsWithoutRecommendation: number;
	recommendations: number;
	recommendationsWithoutEffort: number;
	/** Neither accepted nor rejected: 'waiting' was never decided, 'deferred' waits for its day. */
	waiting: number;
	deferred: number;
	accepted: number;
	acceptedWithoutAction: number;
	actions: number;
	openActions: number;
	/** Done, but nobody has said whether the measure moved. */
	actionsWithoutOutcome: number;
	lessons: number;
};

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

/** In words, what each step asks for: the rule behind its stand. */
export const standExplained: Record<ReviewStep, string> = {
	scope:
		'Whole when it is said why the journey is reviewed, where it starts and ends and who sponsors it, and at least two people are in the team.',
	gather: 'Whole when at least one persona is described, every persona has facts and needs, and at least one method was held by today.',
	'map as-is': 'Whole when the as-is map has steps, each of them is at least partly evidenced and says how the customer feels.',
	find: 'Whole when there is at least one finding and every finding has an answer to “why?”. Withdrawn findings do not count.',
	'design to-be': 'Whole when the to-be map has at least one step.',
	recommend:
		'Whole when every finding has a recommendation and every recommendation says how much effort it takes. Withdrawn ones do not count.',
	board: 'Whole when there is a recommendation and the board has accepted or rejected every one. A deferred one still waits.',
	implement:
		'Whole when every accepted recommendation has an action, every action is done or dropped, and it is said of each done one whether its measure moved.',
	'lessons learned': 'Whole when at least one lesson is written down.'
};

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
