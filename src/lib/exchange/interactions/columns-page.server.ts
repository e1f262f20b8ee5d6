import type { Database } from '#lib/server/database.ts';
import type { ImportSeen } from '../finding-imports.server.ts';
import { headsOf, rowsOf } from './reading-list.server.ts';

/** The heads of a list whose columns are not all understood yet, with what is guessed and its first rows; null where nothing is to choose. */
export function columnsToChoose(db: Database, { id, state }: ImportSeen) {
	if (state !== 'checking') return null;
	try {
		const found = headsOf(db, id);
		if (!found || found.known) return null;
		const [first = []] = rowsOf(db, id);
		return { heads: found.heads.filter(Boolean), mapping: found.mapping, rows: first.slice(0, 3).map(({ cells }) => cells) };
	} catch {
		return null;
	}
}
