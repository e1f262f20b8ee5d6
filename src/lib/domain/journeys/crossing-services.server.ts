import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { directorates, services } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import { write, type Database } from '#lib/server/database.ts';
import { refusedUnlessOpen } from './open.server.ts';
import { journeys, journeyServices } from './tables.ts';

/** The services a journey crosses, by name. */
export const servicesOfJourney = (db: Database, journeyId: string): { id: string; name: string }[] =>
	db
		.select({ id: services.id, name: services.name })
		.from(journeyServices)
		.innerJoin(services, eq(services.id, journeyServices.serviceId))
		.where(eq(journeyServices.journeyId, journeyId))
		.orderBy(asc(inAnyCase(services.name)))
		.all();

/** Every open service under its directorate, by name: what a journey can cross. */
export function servicesByDirectorate(db: Database): { name: string; services: { id: string; name: string }[] }[] {
	const rows = db
		.select({ id: services.id, name: services.name, directorate: directorates.name })
		.from(services)
		.innerJoin(directorates, eq(directorates.id, services.directorateId))
		.where(isNull(services.closedOn))
		.orderBy(asc(inAnyCase(directorates.name)), asc(inAnyCase(services.name)))
		.all();
	const groups = new Map<string, { id: string; name: string }[]>(rows.map(({ directorate }) => [directorate, []]));
	for (const { directorate, id, name } of rows) groups.get(directorate)?.push({ id, name });
	return [...groups].map(([name, within]) => ({ name, services: within }));
}

/**
 * Chooses the services a journey crosses, from the version of the journey the person saw; the leading one stays whatever
 * is chosen, and a closed one that it crosses already. DOMAIN section 4.
 */
export function crossServices(
	db: Database,
	person: Person,
	journeyId: string,
	{ chosen, version }: { chosen: readonly string[]; version: number }
): Outcome<{ version: number }> {
	return write(db, (tx) => {
		const closed = refusedUnlessOpen(tx, journeyId);
		if (closed) return closed;
		const row = tx.select().from(journeys).where(eq(journeys.id, journeyId)).get()!;
		const before = servicesOfJourney(tx, journeyId);
		const found = tx
			.select({ id: services.id, name: services.name, closedOn: services.closedOn })
			.from(services)
			.where(inArray(services.id, [...new Set([row.serviceId, ...chosen])]))
			.orderBy(asc(inAnyCase(services.name)))
			.all();
		const stays = new Set(before.map(({ id }) => id));
		const after = found.filter(({ id, closedOn }) => closedOn === null || stays.has(id));
		if (chosen.some((id) => !after.some((service) => service.id === id)))
			return refused('unknown-service', 'Choose services that are open', 'services[]');
		const names = (some: { name: string }[]) => some.map(({ name }) => name).join(', ');
		if (row.version !== version)
			return staleSave<{ services: string }>(
				tx,
				{ kind: 'journey', id: journeyId },
				{ services: names(before), version: row.version },
				{ services: names(after) },
				{ services: 'Services the journey crosses' }
			);
		if (names(before) === names(after)) return done({ version });
		tx.delete(journeyServices).where(eq(journeyServices.journeyId, journeyId)).run();
		tx.insert(journeyServices)
			.values(after.map(({ id }) => ({ journeyId, serviceId: id })))
			.run();
		tx.update(journeys)
			.set({ version: version + 1 })
			.where(and(eq(journeys.id, journeyId), eq(journeys.version, version)))
			.run();
		const change = { services: { from: names(before), to: names(after) } };
		record(tx, person, `changed the services of journey ${row.number}`, { kind: 'journey', id: journeyId }, change);
		return done({ version: version + 1 });
	});
}
