import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import type { Report } from '../description.ts';
import { reportKindOf } from '../report-kinds.server.ts';

export type WantedToKeep = { kind: string; id: string; person: Person; today: string };
/** `unnamed` is null where every reader reads the same. */
export type MadeToKeep = { report: Report; unnamed: Report | null };

/** Makes a report to be kept, and the same without names; 404 where the person may not read it, or none of the kind is kept. For the worker. */
export function madeToKeep(db: Database, { kind, id, person, today }: WantedToKeep): MadeToKeep {
	const { make, keeping } = reportKindOf(kind) ?? notFound();
	if (!keeping) notFound();
	keeping.subject(db, person, id);
	return {
		report: keeping.asKept?.(db, person, id, today) ?? make(db, person, id, today),
		unnamed: keeping.unnamed?.(db, person, id, today) ?? null
	};
}
