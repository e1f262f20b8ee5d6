import { asc, isNull } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { StrandTyped } from './keeping.server.ts';
import type { StrandInFile } from './thread-file.ts';

/** What a strand in a file is to be, without what it serves; or which service or team there is not. */
export type FieldsRead = { ok: true; fields: StrandTyped } | { ok: false; column: 'Service' | 'Team'; text: string };

const small = (text: string) => text.toLowerCase();
const wrong = (column: 'Service' | 'Team', text: string): FieldsRead => ({ ok: false, column, text });

/**
 * Reads strands of files: finds the service and the team each names among those that are open, and its owner among those who sign
 * in, by name or email, else takes the owner as a post or a group in words. All names are read once, however many strands there are.
 */
export function fileReader(db: Database): (file: StrandInFile) => FieldsRead {
	const open = db.select({ id: services.id, name: services.name }).from(services).where(isNull(services.closedOn)).all();
	const serviceIds = new Map(open.map(({ id, name }) => [small(name), id]));
	const openTeams = db
		.select({ id: teams.id, name: teams.name, serviceId: teams.serviceId })
		.from(teams)
		.where(isNull(teams.closedOn))
		.all();
	const teamsCalled = new Map<string, typeof openTeams>();
	for (const team of openTeams) teamsCalled.set(small(team.name), [...(teamsCalled.get(small(team.name)) ?? []), team]);
	const active = db
		.select({ id: people.id, name: people.name, email: people.email })
		.from(people)
		.where(isNull(people.deactivatedAt))
		.orderBy(asc(people.id))
		.all();
	const personIds = new Map([
		...active.map(({ id, name }): [string, string] => [small(name), id]),
		...active.map(({ id, email }): [string, string] => [small(email), id])
	]);
	return (file) => {
		const serviceId = file.service ? serviceIds.get(small(file.service)) : undefined;
		if (file.service && !serviceId) return wrong('Service', `There is no open service called ${file.service}`);
		const called = file.team ? (teamsCalled.get(small(file.team)) ?? []) : [];
		const found = called.filter((team) => !serviceId || team.serviceId === serviceId);
		if (file.team && !found.length) return wrong('Team', `There is no open team called ${file.team}`);
		if (found.length > 1) return wrong('Team', `Several teams are called ${file.team}: name the service too`);
		const ownerId = (file.owner && personIds.get(small(file.owner))) || null;
		return {
			ok: true,
			fields: {
				level: file.level,
				title: file.title,
				why: file.why ?? '',
				ownerId,
				ownedBy: ownerId ? '' : (file.owner ?? ''),
				fromOn: file.from ?? null,
				untilOn: file.until ?? null,
				serviceId: found[0]?.serviceId ?? serviceId ?? null,
				teamId: found[0]?.id ?? null,
				source: file.source ?? ''
			}
		};
	};
}
