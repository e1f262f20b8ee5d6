import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { unitById } from './unit-finding.server.ts';
import { secondCorporate } from './one-corporate-service.server.ts';
import { sameName } from './same-name.server.ts';
import { directorates, services, teams, type serviceKinds } from './tables.ts';

type Added = Outcome<{ id: string }>;

/** Adds a directorate to the council. */
export function addDirectorate(db: Database, person: Person, input: { name: string }): Added {
	return write(db, (tx) => {
		const problem = sameName(tx, 'directorate', input.name, null);
		if (problem) return problem;
		const { id } = tx.insert(directorates).values(input).returning({ id: directorates.id }).get();
		record(tx, person, 'added directorate', { kind: 'directorate', id }, changesOf({}, input));
		return done({ id });
	});
}

/** Adds a service to an open directorate. */
export function addService(
	db: Database,
	person: Person,
	input: { name: string; directorateId: string; kind: (typeof serviceKinds)[number] }
): Added {
	return write(db, (tx) => {
		const directorate = unitById(tx, 'directorate', input.directorateId);
		if (!directorate || directorate.closedOn) return refused('no-directorate', 'Choose a directorate that is open', 'directorateId');
		const problem = sameName(tx, 'service', input.name, null) ?? secondCorporate(tx, input.kind);
		if (problem) return problem;
		const { id } = tx.insert(services).values(input).returning({ id: services.id }).get();
		record(tx, person, 'added service', { kind: 'service', id }, changesOf({}, input));
		return done({ id });
	});
}

/** Adds a team to an open service. */
export function addTeam(db: Database, person: Person, input: { name: string; serviceId: string }): Added {
	return write(db, (tx) => {
		const service = unitById(tx, 'service', input.serviceId);
		if (!service || service.closedOn) return refused('no-service', 'Choose a service that is open', 'serviceId');
		const problem = sameName(tx, 'team', input.name, input.serviceId);
		if (problem) return problem;
		const { id } = tx.insert(teams).values(input).returning({ id: teams.id }).get();
		record(tx, person, 'added team', { kind: 'team', id }, changesOf({}, input));
		return done({ id });
	});
}
