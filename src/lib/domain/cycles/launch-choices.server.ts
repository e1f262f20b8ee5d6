import { and, asc, desc, eq, isNull, notInArray, type SQL } from 'drizzle-orm';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { directorates, services } from '#lib/domain/organisation/tables.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';

/** What a cycle can be launched with: every published framework version, and the open services by directorate. */
export function launchChoices(db: Database) {
	const frameworks = db
		.select({ id: frameworkVersions.id, name: frameworkVersions.name, number: frameworkVersions.number })
		.from(frameworkVersions)
		.where(eq(frameworkVersions.state, 'published'))
		.orderBy(asc(frameworkVersions.name), desc(frameworkVersions.publishedAt))
		.all();
	return { frameworks, ...byDirectorate(openServices(db)) };
}

/** The open services that are not in a cycle, by directorate. */
export function servicesOutside(db: Database, cycleId: string) {
	const inside = db.select({ id: assessments.serviceId }).from(assessments).where(eq(assessments.cycleId, cycleId));
	return byDirectorate(openServices(db, notInArray(services.id, inside)));
}

const openServices = (db: Database, narrowed?: SQL) =>
	db
		.select({ id: services.id, name: services.name, directorate: directorates.name })
		.from(services)
		.innerJoin(directorates, eq(directorates.id, services.directorateId))
		.where(and(isNull(services.closedOn), narrowed))
		.orderBy(asc(directorates.name), asc(services.name))
		.all();

function byDirectorate(open: ReturnType<typeof openServices>) {
	const groups = new Map<string, { id: string; name: string }[]>();
	for (const { id, name, directorate } of open) groups.set(directorate, [...(groups.get(directorate) ?? []), { id, name }]);
	return { count: open.length, groups: [...groups].map(([name, services]) => ({ name, services })) };
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
export const directorateChoices = (db: Database) => allDirectorates(db).all();

const allDirectorates = keptPerDatabase((db) =>
	db.select({ id: directorates.id, name: directorates.name }).from(directorates).orderBy(asc(directorates.name)).prepare()
);
