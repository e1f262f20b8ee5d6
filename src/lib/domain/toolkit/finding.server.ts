import { desc, eq, sql } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import type { Toolkit } from './document.ts';
import { toolkits } from './tables.ts';

/** A version of the toolkit with who published it when, and why; nobody for the one that came with the program. */
export type ToolkitVersion = { number: number; why: string; by: string | null; publishedAt: number; toolkit: Toolkit };

/** The number of the toolkit as it now stands; null where there is none. */
export const latestNumber = (db: Database): number | null =>
	db
		.select({ number: sql<number | null>`max(${toolkits.number})` })
		.from(toolkits)
		.get()?.number ?? null;

/** Versions never change, so each is read once. */
const read = keptPerDatabase(() => new Map<number, ToolkitVersion>());

/** A version of the toolkit by its number; undefined where there is none such. */
export function toolkitOf(db: Database, number: number): ToolkitVersion | undefined {
	const known = read(db).get(number);
	if (known) return known;
	const row = db
		.select({ number: toolkits.number, why: toolkits.why, by: people.name, publishedAt: toolkits.publishedAt, document: toolkits.document })
		.from(toolkits)
		.leftJoin(people, eq(people.id, toolkits.publishedBy))
		.where(eq(toolkits.number, number))
		.get();
	if (!row) return undefined;
	const { document, ...rest } = row;
	const version = { ...rest, toolkit: document as Toolkit };
	read(db).set(number, version);
	return version;
}

/** Every version, newest first, without its text. */
export const toolkitVersions = (db: Database) =>
	db
		.select({ number: toolkits.number, why: toolkits.why, by: people.name, publishedAt: toolkits.publishedAt })
		.from(toolkits)
		.leftJoin(people, eq(people.id, toolkits.publishedBy))
		.orderBy(desc(toolkits.number))
		.all();
