import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { FileToCheck } from './checking.server.ts';
import { importKindOf } from './import-kinds.server.ts';
import { imports } from './tables.ts';

/** Notes that a file was uploaded to be checked. */
export function startImport(db: Database, person: Person, file: Pick<FileToCheck, 'kind' | 'into' | 'name'>): Outcome<{ id: string }> {
	const { kind, into, name } = file;
	return write(db, (tx) => {
		const values = { personId: person.id, kind, into, fileName: name.slice(0, 200), at: now() };
		const { id } = tx.insert(imports).values(values).returning({ id: imports.id }).get();
		record(tx, person, `uploaded a file to check: ${importKindOf(kind).name.toLowerCase()}`, { kind: 'import', id });
		return done({ id });
	});
}

/** Whether an import still waits for its check. */
export const waitsForCheck = (db: Database, id: string): boolean =>
	db.select({ state: imports.state }).from(imports).where(eq(imports.id, id)).get()?.state === 'checking';
