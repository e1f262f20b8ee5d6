import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { importInto, type ImportSeen } from '../finding-imports.server.ts';
import { interactionsInto } from './starting-list.server.ts';

/** A list somebody brought in, with what its check found; 404 for everybody else: it names staff. */
export function ownList(db: Database, person: Person, id: string): ImportSeen {
	const found = importInto(db, interactionsInto, id);
	return found.personId === person.id ? found : notFound();
}
