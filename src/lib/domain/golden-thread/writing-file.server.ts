import type { Database } from '#lib/server/database.ts';
import { writeYaml } from '#lib/server/writing-yaml.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { referenceOf } from './naming.ts';
import { isLike, type OutlineFilters } from './outline.ts';
import { fieldOrder } from './thread-file.ts';
import { threadOf } from './thread.server.ts';
import { parentsOf } from './thread.ts';

/** The strands that are like this as a file has them, from the top: what is downloaded can be brought back. */
export function strandsForFile(db: Database, filters: OutlineFilters) {
	const thread = threadOf(db);
	const names = new Map(
		[
			...db.select({ id: services.id, name: services.name }).from(services).all(),
			...db.select({ id: teams.id, name: teams.name }).from(teams).all()
		].map(({ id, name }) => [id, name])
	);
	return thread.strands
		.filter((strand) => isLike(strand, filters))
		.map((strand) => ({
			reference: referenceOf(strand),
			level: strand.level,
			title: strand.title,
			serves: parentsOf(thread, strand.id).map(referenceOf),
			why: strand.why,
			owner: strand.owner,
			service: names.get(strand.serviceId ?? '') ?? '',
			team: names.get(strand.teamId ?? '') ?? '',
			from: strand.fromOn ?? '',
			until: strand.untilOn ?? '',
			source: strand.source
		}));
}

/** The same as a YAML file; what is empty is left out. */
export function threadYaml(db: Database, filters: OutlineFilters, name: string): string {
	const strands = strandsForFile(db, filters).map((strand) =>
		Object.fromEntries(Object.entries(strand).filter(([, value]) => (Array.isArray(value) ? value.length : value !== '')))
	);
	return writeYaml({ name, strands }, fieldOrder);
}
