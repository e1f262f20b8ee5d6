import { and, eq, inArray, isNull } from 'drizzle-orm';
import { servicesWhere, somewhere } from '#lib/domain/access/can.ts';
import { has, type Person } from '#lib/domain/access/person.ts';
import { services, staff, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';

/** Which parts of PAF there are for a person; none of them means that PAF is not there for them. */
export const partsFor = (person: Person) => ({
	runs: somewhere(person, 'run PAF'),
	scores: somewhere(person, 'score interaction'),
	leads: somewhere(person, 'see staff results'),
	isAdvisor: has(person, 'advisor'),
	/** Holds one-to-ones. */
	talks: somewhere(person, 'run one-to-one'),
	/** Sees summaries, without individuals. */
	sums: somewhere(person, 'see PAF summary')
});
export type PafParts = ReturnType<typeof partsFor>;

/** 404 for whom a part of PAF is not there. */
export function mustHave(person: Person, ...parts: (keyof PafParts)[]): PafParts {
	const all = partsFor(person);
	return parts.some((part) => all[part]) ? all : notFound();
}

/** The open services whose PAF a person runs, by name. */
export function servicesRun(db: Database, person: Person): { id: string; name: string }[] {
	const over = servicesWhere(person, 'run PAF');
	return db
		.select({ id: services.id, name: services.name })
		.from(services)
		.where(and(isNull(services.closedOn), over === 'all' ? undefined : inArray(services.id, over)))
		.orderBy(services.name)
		.all();
}

/** The staff of the services whose PAF a person runs, with their teams, by name. */
export function staffRun(db: Database, person: Person) {
	const over = servicesWhere(person, 'run PAF');
	return db
		.select({ id: staff.id, name: staff.name, team: teams.name, leftOn: staff.leftOn })
		.from(staff)
		.innerJoin(teams, eq(teams.id, staff.teamId))
		.where(and(eq(staff.isAdvisor, true), over === 'all' ? undefined : inArray(teams.serviceId, over)))
		.orderBy(staff.name)
		.all();
}
