import type { Listed } from '#lib/domain/evidence/listing.server.ts';
import { kindNames } from '#lib/domain/evidence/wording.ts';
import type { TableForExport } from './table-for-export.ts';

/** The evidence library as a table to take away. */
export const evidenceTable = (pieces: Iterable<Listed>): TableForExport => ({
	name: 'Evidence',
	columns: [
		{ key: 'title', label: 'Title', kind: 'text', width: 40 },
		{ key: 'kind', label: 'Kind', kind: 'text' },
		{ key: 'content', label: 'What it is', kind: 'text' },
		{ key: 'service', label: 'Service', kind: 'text' },
		{ key: 'owner', label: 'Owner', kind: 'text' },
		{ key: 'effectiveFrom', label: 'First day it is true', kind: 'day' },
		{ key: 'effectiveTo', label: 'Last day it is true', kind: 'day' },
		{ key: 'strength', label: 'Strength', kind: 'text' },
		{ key: 'reviewOn', label: 'Review date', kind: 'day' },
		{ key: 'supports', label: 'Criteria it supports', kind: 'number' },
		{ key: 'state', label: 'State', kind: 'text' }
	],
	rows: rowsOf(pieces)
});

function* rowsOf(pieces: Iterable<Listed>) {
	for (const piece of pieces) yield { ...piece, kind: kindNames[piece.kind], state: piece.standing.currency };
}
