import type { Person } from '#lib/domain/access/person.ts';
import { belowNames, type BelowAsked } from '#lib/domain/golden-thread/below-kinds.ts';
import { allBelow } from '#lib/domain/golden-thread/below-page.server.ts';
import type { Strand } from '#lib/domain/golden-thread/thread.ts';
import type { Database } from '#lib/server/database.ts';
import type { TableForExport } from './table-for-export.ts';

/** What serves a strand as a table to take away: what the page lists, all of it. */
export const belowTable = (db: Database, person: Person, strand: Strand, asked: BelowAsked, today: string): TableForExport => ({
	name: `Strand ${strand.number}, ${belowNames[asked.what]}`,
	columns: [
		{ key: 'title', label: 'What', kind: 'text', width: 60 },
		{ key: 'place', label: asked.what === 'strands' ? 'Level' : 'Where it belongs', kind: 'text', width: 36 },
		{ key: 'said', label: asked.what === 'strands' ? 'Owner' : 'How it stands', kind: 'text', width: 36 },
		...(asked.what === 'strands' ? [{ key: 'inThread', label: 'In the thread', kind: 'text' as const, width: 36 }] : [])
	],
	rows: allBelow(db, person, strand, asked, today).map(({ title, place, said, mark }) => ({
		title,
		place,
		said,
		inThread: mark?.text ?? ''
	}))
});
