import type { LineInWords } from '#lib/domain/audit/listing.server.ts';
import type { TableForExport } from './table-for-export.ts';

/** The audit trail as a table to take away: a line a change, its fields in one cell, its fingerprint last. */
export const auditTable = (lines: Iterable<LineInWords>): TableForExport => ({
	name: 'Audit trail',
	columns: [
		{ key: 'number', label: 'Line', kind: 'number' },
		{ key: 'at', label: 'When', kind: 'moment' },
		{ key: 'person', label: 'Who', kind: 'text' },
		{ key: 'what', label: 'What', kind: 'text' },
		{ key: 'thing', label: 'Thing', kind: 'text' },
		{ key: 'which', label: 'Which', kind: 'text' },
		{ key: 'changes', label: 'From and to', kind: 'text' },
		{ key: 'thingId', label: 'Identifier', kind: 'text' },
		{ key: 'hash', label: 'SHA-256', kind: 'text' }
	],
	rows: rowsOf(lines)
});

function* rowsOf(lines: Iterable<LineInWords>) {
	for (const { changes, ...line } of lines)
		yield { ...line, changes: changes.map(({ field, from, to }) => `${field}: ${from} → ${to}`).join('; ') };
}
