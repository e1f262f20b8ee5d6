import { asc, desc, eq, isNull } from 'drizzle-orm';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { directorates, services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';

/** What a cycle can be launched with: every published framework version, and the open services by directorate. */
export function launchChoices(db: Database) {
	const frameworks = db
		.select({ id: frameworkVersions.id, name: frameworkVersions.name, number: frameworkVersions.number })
		.from(frameworkVersions)
		.where(eq(frameworkVersions.state, 'published'))
		.orderBy(asc(frameworkVersions.name), desc(frameworkVersions.publishedAt))
		.all();
	const open = db
		.select({ id: services.id, name: services.name, directorate: directorates.name })
		.from(services)
		.innerJoin(directorates, eq(directorates.id, services.directorateId))
		.where(isNull(services.closedOn))
		.orderBy(asc(directorates.name), asc(services.name))
		.all();
	const groups = new Map<string, { id: string; name: string }[]>();
	for (const { id, name, directorate } of open) groups.set(directorate, [...(groups.get(directorate) ?? []), { id, name }]);
	return { frameworks, count: open.length, groups: [...groups].map(([name, services]) => ({ name, services })) };
}

/** Every service that is open now. */
export const openServiceIds = (db: Database): string[] =>
	db
		.select({ id: services.id })
		.from(services)
		.where(isNull(services.closedOn))
		.all()
		.map(({ id }) => id);

/** The directorates to narrow a list by, in order of name. */
export const directorateChoices = (db: Database) =>
	db.select({ id: directorates.id, name: directorates.name }).from(directorates).orderBy(asc(directorates.name)).all();
