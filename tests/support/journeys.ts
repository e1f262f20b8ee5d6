import { count } from 'drizzle-orm';
import type { ReviewFacts } from '#lib/domain/journeys/review-facts.ts';
import { journeys, journeyServices, journeyTeam } from '#lib/domain/journeys/tables.ts';
import type { Database } from '#lib/server/database.ts';

type Settings = Partial<typeof journeys.$inferInsert> & {
	/** Ids of those who review it. */
	team?: readonly string[];
	/** The services it crosses beside the leading one. */
	crosses?: readonly string[];
};

/** A journey of Housing repairs, unless said otherwise, with its team and the services it crosses. Gives its id. */
export function aJourney(db: Database, { team = [], crosses = [], serviceId = 'repairs', ...more }: Settings = {}): string {
	const { id } = db
		.insert(journeys)
		.values({
			number: db.select({ n: count() }).from(journeys).get()!.n + 1,
			words: 'I want a repair to my council home',
			name: 'Repair to a council home',
			customer: 'external',
			startOn: '2026-09-01',
			endOn: '2026-12-18',
			toolkitNumber: 1,
			createdBy: 'manager',
			serviceId,
			...more
		})
		.returning({ id: journeys.id })
		.get();
	db.insert(journeyServices)
		.values([...new Set([serviceId, ...crosses])].map((service) => ({ journeyId: id, serviceId: service })))
		.run();
	if (team.length)
		db.insert(journeyTeam)
			.values(team.map((personId) => ({ journeyId: id, personId })))
			.run();
	return id;
}

/** The facts of a review in which nothing is there, but for the service and the person with which it begins. */
export const noFacts: ReviewFacts = {
	aim: '',
	startsWhere: '',
	endsWhere: '',
	hasSponsor: false,
	services: 1,
	team: 1,
	personas: 0,
	barePersonas: 0,
	methodsHeld: 0,
	contacts: 0,
	asIsSteps: null,
	stepsNotEvidenced: 0,
	stepsWithoutEmotion: 0,
	toBeSteps: null,
	findings: 0,
	findingsWithoutCause: 0,
	findingsWithoutRecommendation: 0,
	recommendations: 0,
	recommendationsWithoutEffort: 0,
	waiting: 0,
	deferred: 0,
	accepted: 0,
	acceptedWithoutAction: 0,
	actions: 0,
	openActions: 0,
	actionsWithoutOutcome: 0,
	lessons: 0
};
