import { asc, eq, inArray } from 'drizzle-orm';
import { can, servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Strand } from '#lib/domain/golden-thread/thread.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { threadOf } from '#lib/domain/golden-thread/thread.server.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';

/** Whose thread a report is about. `holds` says which strands are of it. */
export type ThreadScope = {
	id: string;
	name: string;
	serviceId: string | null;
	teamId: string | null;
	isOwn: boolean;
	/** Whether the person sees every action of it, and so the names in it. */
	named: boolean;
	holds(strand: Strand): boolean;
};

/**
 * The council's ('' ), a service's ('service ID'), a team's ('team ID') or one's own thread ('own'), for whoever sees the thread; 404
 * otherwise. DOMAIN sections 1 and 6.
 */
export function threadScope(db: Database, person: Person, id: string): ThreadScope {
	if (!can(person, 'see thread')) notFound();
	const [kind = '', of = ''] = id.split(' ');
	const none = { id, serviceId: null, teamId: null, isOwn: false };
	if (id === '')
		return { ...none, name: councilOf(db)?.name ?? '', named: servicesWhere(person, 'see actions') === 'all', holds: () => true };
	if (id === 'own') return { ...none, name: 'Yours', isOwn: true, named: true, holds: ({ ownerId }) => ownerId === person.id };
	if (kind === 'service') {
		const found = db.select({ id: services.id, name: services.name }).from(services).where(eq(services.id, of)).get() ?? notFound();
		const named = can(person, 'see actions', { serviceId: found.id });
		return { ...none, name: found.name, serviceId: found.id, named, holds: ({ serviceId }) => serviceId === found.id };
	}
	if (kind !== 'team') notFound();
	const found = db.select().from(teams).where(eq(teams.id, of)).get() ?? notFound();
	const named = can(person, 'see actions', { serviceId: found.serviceId });
	return { ...none, name: found.name, serviceId: found.serviceId, teamId: found.id, named, holds: ({ teamId }) => teamId === found.id };
}

/** Whose thread can be asked for: the council's, one's own, and those of the services and teams that have strands. */
export function threadScopes(db: Database): { value: string; label: string }[] {
	const strands = threadOf(db).strands;
	const serviceIds = [...new Set(strands.flatMap(({ serviceId }) => serviceId ?? []))];
	const teamIds = [...new Set(strands.flatMap(({ teamId }) => teamId ?? []))];
	const inService = db
		.select({ id: services.id, name: services.name })
		.from(services)
		.where(inArray(services.id, serviceIds))
		.orderBy(asc(inAnyCase(services.name)))
		.all();
	const inTeam = db
		.select({ id: teams.id, name: teams.name, service: services.name })
		.from(teams)
		.innerJoin(services, eq(services.id, teams.serviceId))
		.where(inArray(teams.id, teamIds))
		.orderBy(asc(inAnyCase(services.name)), asc(inAnyCase(teams.name)))
		.all();
	return [
		{ value: '', label: 'The whole council' },
		{ value: 'own', label: 'Your own' },
		...inService.map(({ id, name }) => ({ value: `service ${id}`, label: name })),
		...inTeam.map(({ id, name, service }) => ({ value: `team ${id}`, label: `Team ${name}, ${service}` }))
	];
}
