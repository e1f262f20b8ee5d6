import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { keptByStamp } from '#lib/server/kept-by-stamp.ts';
import { measuresInSight, seesService, type Sight } from '../measures/finding.server.ts';
import { councilOf } from '../organisation/finding.server.ts';
import { structureStamp } from '../organisation/stamp.server.ts';
import { services, teams } from '../organisation/tables.ts';
import { channelLabel } from '../measures/wording.ts';
import type { GlanceFilters } from './filters.ts';

/** What is looked at, for a person who may see it: its name in words, what of it they see, and the filters as they hold. */
export type GlanceSeen = { sight: Sight; name: string; serviceId: string | null; teamId: string | null; filters: GlanceFilters };

const teamById = (db: Database, id: string) =>
	db
		.select({ id: teams.id, name: teams.name, serviceId: teams.serviceId, service: services.name })
		.from(teams)
		.innerJoin(services, eq(services.id, teams.serviceId))
		.where(eq(teams.id, id))
		.get();

/**
 * The council, a service or a team that a person may see the measures of; 404 otherwise. A team of another service than the one
 * asked for is left out: the service was changed and the team not. DOMAIN section 1.
 */
export function glanceSeen(db: Database, person: Person, asked: GlanceFilters): GlanceSeen {
	const sight = measuresInSight(db, person);
	const { service, channel } = asked;
	const named = (name: string) => (channel ? `${name}, ${channelLabel(channel).toLowerCase()}` : name);
	const team = asked.team ? (teamById(db, asked.team) ?? notFound()) : undefined;
	if (team && (!service || service === team.serviceId)) {
		if (!seesService(sight, team.serviceId)) notFound();
		const filters = { ...asked, service: team.serviceId };
		return { sight, name: named(`${team.name}, ${team.service}`), serviceId: team.serviceId, teamId: team.id, filters };
	}
	const filters = { ...asked, team: '' };
	if (!service) return { sight, name: named(councilOf(db)?.name ?? ''), serviceId: null, teamId: null, filters };
	const found = db.select({ id: services.id, name: services.name }).from(services).where(eq(services.id, service)).get();
	if (!found || !seesService(sight, found.id)) notFound();
	return { sight, name: named(found.name), serviceId: found.id, teamId: null, filters };
}

type Choice = { value: string; label: string };

type Choices = { services: Choice[]; teams: Choice[] };

/** The services a person can look at, and the teams of the one chosen; read once until something of the structure is written. */
export const glanceChoices = (db: Database, sight: Sight, serviceId: string | null): Choices =>
	keptByStamp(db, JSON.stringify(['choices at a glance', sight.services, serviceId]), structureStamp(db), () =>
		readChoices(db, sight, serviceId)
	);

function readChoices(db: Database, { services: seen }: Sight, serviceId: string | null): Choices {
	const open = isNull(services.closedOn);
	return {
		services: db
			.select({ value: services.id, label: services.name })
			.from(services)
			.where(seen === 'all' ? open : and(open, inArray(services.id, seen)))
			.orderBy(asc(inAnyCase(services.name)))
			.all(),
		teams: serviceId
			? db
					.select({ value: teams.id, label: teams.name })
					.from(teams)
					.where(and(eq(teams.serviceId, serviceId), isNull(teams.closedOn)))
					.orderBy(asc(inAnyCase(teams.name)))
					.all()
			: []
	};
}
