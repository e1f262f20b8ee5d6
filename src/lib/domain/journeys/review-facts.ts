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
