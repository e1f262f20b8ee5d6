import { isNull } from 'drizzle-orm';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';

/** The services that are open, by name: what feedback and answers to a survey can be about. */
export const servicesToTell = (db: Database): { value: string; label: string }[] =>
	db
		.select({ value: services.id, label: services.name })
		.from(services)
		.where(isNull(services.closedOn))
		.orderBy(inAnyCase(services.name))
		.all();
