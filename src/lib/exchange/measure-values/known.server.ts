import { allMeasures } from '#lib/domain/measures/finding.server.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { bare } from '../interactions/columns.ts';
import { teamKey, type Known } from './reading-row.ts';

/** The measures, services and teams of the council by the names files call them, each in one query. */
export function knownNames(db: Database): Known {
	const named = db.select({ id: services.id, name: services.name }).from(services).all();
	const parts = db.select({ id: teams.id, name: teams.name, serviceId: teams.serviceId }).from(teams).all();
	return {
		measures: new Map(
			allMeasures(db).flatMap((measure) => [[bare(measure.name), measure] as const, [bare(measure.key), measure] as const])
		),
		services: new Map(named.map((service) => [bare(service.name), service])),
		teams: new Map(parts.map(({ serviceId, ...team }) => [teamKey(serviceId, team.name), team]))
	};
}
