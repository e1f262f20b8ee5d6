import { keptPerDatabase, type Database } from './database.ts';

type Kept = { at: string; known: Map<string, unknown> };
const mostKept = 200;

const keeping = keptPerDatabase((db) => {
	const changes = db.$client.prepare<[], number>('select total_changes()').pluck();
	const others = db.$client.prepare<[], number>('pragma data_version').pluck();
	// what this connection changed, and what others committed: either makes another text
	return { version: () => `${changes.get()} ${others.get()}`, kept: { at: '', known: new Map() } as Kept };
});

/**
 * What counts the whole council is worked out once and kept until anything is written, by whatever connection: a page
 * then costs the same however many services there are. `name` must hold all that the answer depends on beside the
 * database (a date, an id). Give it nothing that is changed by whoever gets it. Inside a transaction nothing is kept,
 * since that may be undone.
 */
export function betweenWrites<T>(db: Database, name: string, work: () => T): T {
	if (db.$client.inTransaction) return work();
	const { version, kept } = keeping(db);
	const at = version();
	if (kept.at !== at || kept.known.size >= mostKept) {
		kept.at = at;
		kept.known.clear();
	}
	if (!kept.known.has(name)) kept.known.set(name, work());
	return kept.known.get(name) as T;
}
