import { asc, isNull } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';

/** Everybody who can own a measure, by name. */
export const possibleMeasureOwners = (db: Database): { id: string; name: string }[] =>
	db
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(isNull(people.deactivatedAt))
		.orderBy(asc(inAnyCase(people.name)))
		.all();
