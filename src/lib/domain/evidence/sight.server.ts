import { eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { has, servicesOf, type Person } from '#lib/domain/access/person.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { handedOverTo, readyForBoard } from './finding.server.ts';
import { evidence } from './tables.ts';

/**
 * The evidence a person may see, as the condition of a list over `evidence`: the same answer as `can(…, 'see evidence')`
 * gives for each single piece (a test holds the two together). Undefined where they may see all of it.
 */
export function inSight(db: Database, person: Person): SQL | undefined {
	const whole = servicesOf(person, 'service manager', 'quality assessor', 'programme lead');
	if (whole === 'all') return undefined;
	const corporate = db.select({ id: services.id }).from(services).where(eq(services.kind, 'corporate'));
	return or(
		eq(evidence.ownerId, person.id),
		whole.length ? inArray(evidence.serviceId, whole) : undefined,
		has(person, 'service manager') ? inArray(evidence.serviceId, corporate) : undefined,
		has(person, 'board member') || has(person, 'board chair') ? readyForBoard(db) : undefined,
		handedOverTo(db, sql`${person.id}`)
	);
}

/** Whether there is an evidence library for this person at all: administrators, shoppers, advisors and viewers have none. */
export const hasLibrary = (person: Person): boolean =>
	(['service manager', 'quality assessor', 'programme lead', 'board member', 'board chair'] as const).some((role) => has(person, role));
