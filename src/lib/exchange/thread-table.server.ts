import type { OutlineFilters } from '#lib/domain/golden-thread/outline.ts';
import { strandsForFile } from '#lib/domain/golden-thread/writing-file.server.ts';
import type { Database } from '#lib/server/database.ts';
import { threadColumns } from './kinds/thread.server.ts';
import type { TableForExport } from './table-for-export.ts';

const wide: Record<string, number> = { title: 60, why: 60, source: 40, owner: 28 };

/** The thread as a table of the columns it can be brought back with. */
export const threadTable = (db: Database, filters: OutlineFilters): TableForExport => ({
	name: 'Golden thread',
	columns: threadColumns.map(({ key, label }) => ({
		key,
		label,
		kind: key === 'from' || key === 'until' ? ('day' as const) : ('text' as const),
		...(wide[key] ? { width: wide[key] } : {})
	})),
	rows: strandsForFile(db, filters).map(({ serves, from, until, ...strand }) => ({
		...strand,
		serves: serves.join('; '),
		from: from || null,
		until: until || null
	}))
});
