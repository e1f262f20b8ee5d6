import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { mustBeAble, notFound } from '#lib/server/guard.ts';
import { thingOf } from './strand-thing.ts';
import type { Strand } from './thread.ts';
import { threadOf } from './thread.server.ts';

/** A strand by its number as an address has it, retired or not, for whoever sees the thread; 404 otherwise. */
export function strandSeen(db: Database, person: Person, number: string): Strand {
	if (!can(person, 'see thread')) notFound();
	const thread = threadOf(db);
	const found = [...thread.byId.values()].find((strand) => String(strand.number) === number);
	return found ?? notFound();
}

/** A strand the person may change; 404 where it is out of sight, 403 where it can only be read. */
export function strandToKeep(db: Database, person: Person, number: string): Strand {
	const strand = strandSeen(db, person, number);
	mustBeAble(person, 'keep thread', thingOf(strand));
	return strand;
}
