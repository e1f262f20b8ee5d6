import { asc, isNull } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';

/** Who owns a measure, as people tell each other apart: 'Naomi Ellis, Head of customer experience'. */
export const ownerInWords = ({ name, jobTitle }: { name: string; jobTitle: string }): string => [name, jobTitle].filter(Boolean).join(', ');

/** Everybody who can own a measure, by name. */
export const possibleMeasureOwners = (db: Database): { id: string; name: string }[] =>
	db
		.select({ id: people.id, name: people.name, jobTitle: people.jobTitle })
		.from(people)
		.where(isNull(people.deactivatedAt))
		.orderBy(asc(inAnyCase(people.name)))
		.all()
		.map((person) => ({ id: person.id, name: ownerInWords(person) }));
