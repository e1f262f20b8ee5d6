import { and, inArray, isNull } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';

/** What a person can run a survey of: open services by name, and whether the council as a whole. */
export function surveyable(db: Database, person: Person): { services: { value: string; label: string }[]; council: boolean } {
	const those = servicesWhere(person, 'run surveys');
	return {
		council: those === 'all',
		services: db
			.select({ value: services.id, label: services.name })
			.from(services)
			.where(and(isNull(services.closedOn), those === 'all' ? undefined : inArray(services.id, those)))
			.orderBy(inAnyCase(services.name))
			.all()
	};
}
