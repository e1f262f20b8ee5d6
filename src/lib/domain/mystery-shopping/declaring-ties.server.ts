import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { services, staff, teams } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { ties } from './tables.ts';

/**
 * Declares a tie of a shopper to a service: a relative works there, a complaint is open. From then on they are given no visit
 * to it; visits they have are theirs until whoever plans gives them to somebody else, and cannot be begun. DOMAIN section 5.1.
 */
export function declareTie(db: Database, person: Person, { serviceId, why }: { serviceId: string; why: string }): Outcome {
	return write(db, (tx) => {
		const service = tx
			.select({ name: services.name })
			.from(services)
			.where(and(eq(services.id, serviceId), isNull(services.closedOn)))
			.get();
		if (!service) return refused('unknown-service', 'Choose a service that is open', 'serviceId');
		const row = { personId: person.id, serviceId, why };
		tx.insert(ties)
			.values({ ...row, declaredAt: now() })
			.onConflictDoUpdate({ target: [ties.personId, ties.serviceId], set: { why } })
			.run();
		record(tx, person, `declared a tie to ${service.name}`, { kind: 'person', id: person.id }, changesOf({}, row));
		return done();
	});
}

/** Takes one's own tie back. */
export function endTie(db: Database, person: Person, serviceId: string): Outcome {
	return write(db, (tx) => {
		const mine = and(eq(ties.personId, person.id), eq(ties.serviceId, serviceId));
		const tie = tx.select().from(ties).where(mine).get();
		if (!tie) return done();
		tx.delete(ties).where(mine).run();
		record(tx, person, 'ended a tie to a service', { kind: 'person', id: person.id }, { serviceId: { from: serviceId, to: null } });
		return done();
	});
}

/** The ties a shopper declared, by the name of the service. */
export const tiesOf = (db: Database, personId: string) =>
	db
		.select({ serviceId: ties.serviceId, service: services.name, why: ties.why, declaredAt: ties.declaredAt })
		.from(ties)
		.innerJoin(services, eq(services.id, ties.serviceId))
		.where(eq(ties.personId, personId))
		.orderBy(asc(inAnyCase(services.name)))
		.all();

/** Why somebody may not visit a service, in a sentence; null where they may: they work in it, or declared a tie to it. */
export function whyNotToVisit(db: Database, personId: string, serviceId: string): string | null {
	const works = db
		.select({ name: services.name })
		.from(staff)
		.innerJoin(teams, eq(teams.id, staff.teamId))
		.innerJoin(services, eq(services.id, teams.serviceId))
		.where(and(eq(staff.personId, personId), eq(teams.serviceId, serviceId), isNull(staff.leftOn)))
		.get();
	if (works) return `This shopper works in ${works.name}, and nobody visits a service they work in`;
	const tie = db
		.select({ name: services.name })
		.from(ties)
		.innerJoin(services, eq(services.id, ties.serviceId))
		.where(and(eq(ties.personId, personId), eq(ties.serviceId, serviceId)))
		.get();
	return tie ? `This shopper declared a tie to ${tie.name}, so somebody else has to visit it` : null;
}

/** The services each of these people may not visit: those they work in and those they declared a tie to. */
export function servicesNotToVisit(db: Database, people: readonly string[]): Map<string, string[]> {
	const working = db
		.select({ personId: staff.personId, serviceId: teams.serviceId })
		.from(staff)
		.innerJoin(teams, eq(teams.id, staff.teamId))
		.where(isNull(staff.leftOn))
		.all();
	const tied = db.select({ personId: ties.personId, serviceId: ties.serviceId }).from(ties).all();
	const all = [...working, ...tied];
	return new Map(
		people.map((id) => [id, [...new Set(all.filter(({ personId }) => personId === id).map(({ serviceId }) => serviceId))].sort()])
	);
}
