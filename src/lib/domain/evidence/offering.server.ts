import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { inSight } from './sight.server.ts';
import { evidence } from './tables.ts';

/** So many pieces are offered at a time. */
const most = 100;

/**
 * The evidence a person can choose for something that concerns some services: theirs and the council's, not withdrawn and in
 * the person's sight, by title, a hundred pieces at most. DOMAIN section 2.4.
 */
export const evidenceOffered = (db: Database, person: Person, serviceIds: readonly string[]) =>
	db
		.select({ id: evidence.id, title: evidence.title, shows: evidence.shows, service: services.name })
		.from(evidence)
		.innerJoin(services, eq(services.id, evidence.serviceId))
		.where(
			and(
				inSight(db, person),
				isNull(evidence.withdrawnAt),
				or(inArray(evidence.serviceId, [...serviceIds]), eq(services.kind, 'corporate'))
			)
		)
		.orderBy(asc(evidence.title), asc(evidence.id))
		.limit(most)
		.all();
