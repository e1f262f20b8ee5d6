import { asc, eq, inArray, sql } from 'drizzle-orm';
import { servicesWhere, teamsWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { teams } from '#lib/domain/organisation/tables.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { measures } from './tables.ts';

export type Measure = typeof measures.$inferSelect;

export const measureById = (db: Database, id: string): Measure | undefined => db.select().from(measures).where(eq(measures.id, id)).get();

/** Every measure in the order of the list, those that are retired too. */
export const allMeasures = (db: Database): Measure[] =>
	db.select().from(measures).orderBy(asc(measures.position), asc(measures.number)).all();

/** What of the measures a person sees: which services ('all' or ids), and whether released months only. */
export type Sight = { services: 'all' | string[]; releasedOnly: boolean };

/**
 * What of the measures a person sees: the council's totals if anything, and the values of the services their grants cover,
 * a team leader's through the team. Who is nothing but a viewer reads released months. Null for who sees none. DOMAIN section 1.
 */
export function measuresSeen(db: Database, person: Person): Sight | null {
	const services = servicesWhere(person, 'see measures');
	const led = teamsWhere(person, 'see measures');
	const own = led.length ? db.selectDistinct({ id: teams.serviceId }).from(teams).where(inArray(teams.id, led)).all() : [];
	const seen = services === 'all' ? services : [...new Set([...services, ...own.map(({ id }) => id)])];
	if (seen !== 'all' && !seen.length) return null;
	const works = person.grants.some(({ role }) => !['viewer', 'advisor', 'mystery shopper', 'administrator'].includes(role));
	return { services: seen, releasedOnly: !works };
}

/** As `measuresSeen`; to anyone who sees no measures the pages do not exist. */
export function measuresInSight(db: Database, person: Person): Sight {
	return measuresSeen(db, person) ?? notFound();
}

export const seesService = ({ services }: Sight, id: string): boolean => services === 'all' || services.includes(id);

const byKey = keptPerDatabase((db) =>
	db
		.select()
		.from(measures)
		.where(eq(measures.key, sql.placeholder('key')))
		.prepare()
);

/** A measure by what its address calls it; 404 where there is none. */
export function measureByKey(db: Database, key: string): Measure {
	return byKey(db).get({ key }) ?? notFound();
}
