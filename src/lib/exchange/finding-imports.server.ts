import { and, desc, eq, lt, or } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { imports } from './tables.ts';

const line = {
	id: imports.id,
	kind: imports.kind,
	fileName: imports.fileName,
	state: imports.state,
	counts: imports.counts,
	at: imports.at,
	appliedAt: imports.appliedAt,
	person: people.name,
	personId: imports.personId
};

/** The query behind `importsInto`, for the test of its plan. */
export function importsQuery(db: Database, into: string, before: { at: number; id: string } | null = null, limit = 20) {
	const older = before ? or(lt(imports.at, before.at), and(eq(imports.at, before.at), lt(imports.id, before.id))) : undefined;
	return db
		.select(line)
		.from(imports)
		.leftJoin(people, eq(people.id, imports.personId))
		.where(and(eq(imports.into, into), older))
		.orderBy(desc(imports.at), desc(imports.id))
		.limit(limit);
}

/** A page of the files brought into something ('' for the council), newest first. `before` is the last one of the page before. */
export const importsInto = (...asked: Parameters<typeof importsQuery>) => importsQuery(...asked).all();

/** One import of what was brought into something, with all that its check found; 404 where it belongs to something else. */
export function importInto(db: Database, into: string, id: string) {
	const found = db
		.select({ ...line, notes: imports.notes, problems: imports.problems, changes: imports.changes })
		.from(imports)
		.leftJoin(people, eq(people.id, imports.personId))
		.where(and(eq(imports.id, id), eq(imports.into, into)))
		.get();
	return found ?? notFound();
}
export type ImportSeen = ReturnType<typeof importInto>;
