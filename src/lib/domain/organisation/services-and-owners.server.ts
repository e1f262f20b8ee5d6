import type { SQL } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { services } from './tables.ts';

type Choice = { value: string; label: string };

/** The services and the people under a condition each, by name: what a list can be narrowed to. */
export const servicesAndOwners = (db: Database, those: { services: SQL; owners: SQL }): { services: Choice[]; owners: Choice[] } => ({
	services: db
		.select({ value: services.id, label: services.name })
		.from(services)
		.where(those.services)
		.orderBy(inAnyCase(services.name))
		.all(),
	owners: db.select({ value: people.id, label: people.name }).from(people).where(those.owners).orderBy(inAnyCase(people.name)).all()
});
