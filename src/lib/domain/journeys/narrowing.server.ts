import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { JourneyFilters } from './filters.ts';
import { journeys, journeyServices, journeyTeam } from './tables.ts';

/** The journeys in whose team a person is. */
export const inTeamOf = (person: Person): SQL =>
	sql`exists (select 1 from ${journeyTeam} where ${journeyTeam.personId} = ${person.id} and ${journeyTeam.journeyId} = ${journeys.id})`;

const crosses = (condition: SQL): SQL =>
	sql`exists (select 1 from ${journeyServices} where ${journeyServices.journeyId} = ${journeys.id} and ${condition})`;

/**
 * The journeys a person sees, as the condition of a list: those that cross a service their grants cover, and those in
 * whose team they are. The same answer as `can(person, 'see journey', …)`. DOMAIN section 1.
 */
export function inSight(person: Person): SQL | undefined {
	const services = servicesWhere(person, 'see journey');
	if (services === 'all') return undefined;
	if (!services.length) return inTeamOf(person);
	return or(inTeamOf(person), inArray(journeys.serviceId, services), crosses(inArray(journeyServices.serviceId, services)));
}

/** A text to look for, in which % and _ are themselves. */
const containing = (text: string) => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** What the filters ask for. */
export function narrowed({ who, state, service, customer, text }: JourneyFilters, person: Person): SQL | undefined {
	const like = containing(text);
	return and(
		who === 'mine' ? inTeamOf(person) : undefined,
		state ? eq(journeys.state, state) : undefined,
		service ? crosses(eq(journeyServices.serviceId, service)) : undefined,
		customer ? eq(journeys.customer, customer) : undefined,
		text
			? sql`(${journeys.words} like ${like} escape '\\' or ${journeys.name} like ${like} escape '\\' or ${journeys.lifeEvent} like ${like} escape '\\')`
			: undefined
	);
}
