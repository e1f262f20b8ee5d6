import { and, asc, eq, isNull } from 'drizzle-orm';
import { servicesWhere, teamsWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { depthOf, levelName, levelNames, levels, type Level } from './levels.ts';
import type { Thread } from './thread.ts';

/** The levels a person keeps somewhere: the lead all, a manager those of a service, a team leader those of a team. */
export function levelsKept(person: Person): { value: Level; label: string }[] {
	const over = (level: Level) => {
		const of = servicesWhere(person, 'keep thread', { level });
		return of === 'all' || of.length > 0 || teamsWhere(person, 'keep thread', { level }).length > 0;
	};
	return levels.filter(over).map((value) => ({ value, label: levelName(value) }));
}

/** The services and teams whose strands a person keeps, and who can own one: for the form. */
export function strandChoices(db: Database, person: Person) {
	const over = servicesWhere(person, 'keep thread', { level: 'team objective' });
	const led = teamsWhere(person, 'keep thread', { level: 'team objective' });
	const inService = db
		.select({ value: services.id, label: services.name })
		.from(services)
		.where(isNull(services.closedOn))
		.orderBy(asc(inAnyCase(services.name)))
		.all();
	const inTeam = db
		.select({ value: teams.id, label: teams.name, serviceId: teams.serviceId, service: services.name })
		.from(teams)
		.innerJoin(services, eq(services.id, teams.serviceId))
		.where(and(isNull(teams.closedOn), isNull(services.closedOn)))
		.orderBy(asc(inAnyCase(services.name)), asc(inAnyCase(teams.name)))
		.all()
		.filter(({ value, serviceId }) => over === 'all' || over.includes(serviceId) || led.includes(value));
	return {
		levels: levelsKept(person),
		people: db
			.select({ value: people.id, label: people.name, hint: people.jobTitle })
			.from(people)
			.where(isNull(people.deactivatedAt))
			.orderBy(asc(inAnyCase(people.name)))
			.all()
			.map(({ value, label, hint }) => ({ value, label: hint ? `${label}, ${hint}` : label })),
		services: over === 'all' ? inService : inService.filter(({ value }) => over.includes(value)),
		teams: [...new Map(inTeam.map(({ serviceId, service }) => [serviceId, service]))].map(([id, label]) => ({
			label,
			options: inTeam.filter(({ serviceId }) => serviceId === id).map(({ value, label }) => ({ value, label }))
		}))
	};
}

/** The strands that can stand above a level, grouped by theirs: for choosing what is served. */
export const strandsAbove = (thread: Thread, level: Level | null, without: readonly string[] = []) =>
	levels
		.filter((one) => one !== 'individual objective' && (level === null || depthOf(one) < depthOf(level)))
		.map((one) => ({
			label: levelNames[one],
			options: thread.strands
				.filter((strand) => strand.level === one && !without.includes(strand.id))
				.map(({ id, number, title }) => ({ value: id, label: `${title} (${number})` }))
		}))
		.filter(({ options }) => options.length);
