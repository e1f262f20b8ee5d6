import { count } from 'drizzle-orm';
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
