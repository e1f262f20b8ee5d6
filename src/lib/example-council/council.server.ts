import { eq } from 'drizzle-orm';
import { firstFileTypes } from '#lib/domain/access/setting-up.server.ts';
import { roles, type Role } from '#lib/domain/access/person.ts';
import { grants, people } from '#lib/domain/access/tables.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { councils, directorates, services, staff, teams } from '#lib/domain/organisation/tables.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { People, Structure } from './files.ts';

/** Ids of services by their key in the file, and of teams by their name. */
export type Places = { services: Map<string, string>; teams: Map<string, string> };

/** The council itself: directorates, services, teams and staff. */
export function addStructure(db: Database, structure: Structure): Places {
	const places: Places = { services: new Map(), teams: new Map() };
	write(db, (tx) => {
		tx.insert(councils).values({ id: 1, name: structure.council, allowedFileTypes: firstFileTypes }).run();
		record(tx, null, 'set up the council', { kind: 'council', id: '1' }, { name: { from: null, to: structure.council } });
		for (const { name, services: below } of structure.directorates) {
			const directorate = tx.insert(directorates).values({ name }).returning({ id: directorates.id }).get();
			for (const service of below) addService(tx, directorate.id, service, places);
		}
	});
	return places;
}

function addService(
	tx: Transaction,
	directorateId: string,
	service: Structure['directorates'][number]['services'][number],
	places: Places
) {
	const { key, name, kind } = service;
	const { id } = tx.insert(services).values({ directorateId, name, kind }).returning({ id: services.id }).get();
	record(tx, null, `added service ${name}`, { kind: 'service', id });
	places.services.set(key, id);
	for (const team of service.teams) {
		const teamId = tx.insert(teams).values({ serviceId: id, name: team.name }).returning({ id: teams.id }).get().id;
		places.teams.set(team.name, teamId);
		const members = team.staff.map((one) => ({
			teamId,
			name: one.name,
			payrollNumber: one.number,
			jobTitle: one.title,
			isAdvisor: one.advisor
		}));
		tx.insert(staff).values(members).run();
	}
}

/** The people who can sign in, all with the same password hash; gives their ids by the first part of their email. */
export function addPeople(db: Database, file: People, places: Places, passwordHash: string, domain: string): Map<string, string> {
	const ids = new Map<string, string>();
	write(db, (tx) => {
		for (const { email, name, title, grants: held, staff: number } of file.people) {
			const { id } = tx
				.insert(people)
				.values({ name, email: `${email}@${domain}`, jobTitle: title, passwordHash })
				.returning({ id: people.id })
				.get();
			ids.set(email, id);
			if (held.length)
				tx.insert(grants)
					.values(held.map((words) => ({ personId: id, ...grantOf(words, places) })))
					.run();
			if (number) tx.update(staff).set({ personId: id }).where(eq(staff.payrollNumber, number)).run();
			record(tx, null, `added ${name}`, { kind: 'person', id });
		}
	});
	return ids;
}

/** 'service manager of repairs' as a role with its scope. */
function grantOf(words: string, places: Places): { role: Role; serviceId: string | null; teamId: string | null } {
	const [role = '', over] = words.split(' of ');
	const serviceId = over ? (places.services.get(over) ?? null) : null;
	const teamId = over ? (places.teams.get(over) ?? null) : null;
	if (!roles.includes(role as Role) || (over && !serviceId && !teamId)) throw new Error(`The example council has no grant '${words}'`);
	return { role: role as Role, serviceId, teamId };
}
