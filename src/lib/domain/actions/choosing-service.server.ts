import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { findings } from '#lib/domain/findings/tables.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';

/** The open services whose actions a person manages, by name, and the latest two hundred findings of those that stand, with the journey they were found on. */
export function whereToAdd(db: Database, person: Person) {
	const managed = servicesWhere(person, 'manage actions');
	const within = managed === 'all' ? undefined : inArray(services.id, managed);
	const open = db
		.select({ id: services.id, name: services.name })
		.from(services)
		.where(and(isNull(services.closedOn), within))
		.orderBy(inAnyCase(services.name))
		.all();
	const found = db
		.select({ id: findings.id, what: findings.what, serviceId: findings.serviceId, service: services.name, journey: journeys.name })
		.from(findings)
		.innerJoin(services, eq(services.id, findings.serviceId))
		.leftJoin(journeys, eq(journeys.id, findings.journeyId))
		.where(and(isNull(services.closedOn), isNull(findings.withdrawnReason), within))
		.orderBy(desc(findings.foundAt))
		.limit(200)
		.all();
	return { services: open, findings: found };
}
