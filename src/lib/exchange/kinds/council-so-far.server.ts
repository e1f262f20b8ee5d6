import { directorates, services, teams, type serviceKinds } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';

type ServiceKind = (typeof serviceKinds)[number];
/** A unit as a plan sees it: one that is in the database, or one that an earlier row adds (`id` is set as it is added). */
export type PlannedUnit = { id: string; name: string; closedOn: string | null; version: number };
export type PlannedService = PlannedUnit & { kind: ServiceKind; directorate: PlannedUnit };

/** Names count as the same whatever their capitals and spaces. */
export const sameWords = (name: string): string => name.toLowerCase().replaceAll(/\s+/g, ' ').trim();
export const teamKey = (serviceId: string, name: string): string => `${serviceId} ${sameWords(name)}`;

/** The whole structure by name, in three queries. A team is found by its service's id and its name. */
export function councilSoFar(db: Database) {
	const directorateRows = db.select().from(directorates).all();
	const byId = new Map<string, PlannedUnit>(directorateRows.map((row) => [row.id, row]));
	const serviceRows = db
		.select()
		.from(services)
		.all()
		.flatMap((row): PlannedService[] => {
			const directorate = byId.get(row.directorateId);
			return directorate ? [{ ...row, directorate }] : [];
		});
	return {
		directorates: new Map(directorateRows.map((row): [string, PlannedUnit] => [sameWords(row.name), byId.get(row.id) ?? row])),
		services: new Map(serviceRows.map((row) => [sameWords(row.name), row])),
		teams: new Map(
			db
				.select()
				.from(teams)
				.all()
				.map((row): [string, PlannedUnit] => [teamKey(row.serviceId, row.name), row])
		)
	};
}
export type CouncilSoFar = ReturnType<typeof councilSoFar>;

export const unknownService = (name: string) => `There is no service called “${name}”. Check the name, or bring in the structure first`;
export const closedUnit = (name: string) => `${name} is closed. Reopen it first, or use another`;
