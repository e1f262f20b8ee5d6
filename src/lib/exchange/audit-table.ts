import { changesInWords, type Changes } from '#lib/domain/audit/line-in-words.ts';
import type { TableForExport } from './table-for-export.ts';

type Line = {
	number: number;
	at: number;
	person: string | null;
	what: string;
	thing: string;
	thingId: string;
	change: Changes;
	hash: string;
};

/** The audit trail as a table to take away: a line a change, its fields in one cell, its fingerprint last. */
export const auditTable = (lines: Iterable<Line>): TableForExport => ({
	name: 'Audit trail',
	columns: [
		{ key: 'number', label: 'Line', kind: 'number' },
		{ key: 'at', label: 'When', kind: 'moment' },
		{ key: 'person', label: 'Who', kind: 'text' },
		{ key: 'what', label: 'What', kind: 'text' },
		{ key: 'thing', label: 'Thing', kind: 'text' },
		{ key: 'thingId', label: 'Which', kind: 'text' },
		{ key: 'changes', label: 'From and to', kind: 'text' },
		{ key: 'hash', label: 'SHA-256', kind: 'text' }
	],
	rows: rowsOf(lines)
});

function* rowsOf(lines: Iterable<Line>) {
	for (const { change, ...line } of lines)
		yield {
			...line,
			changes: changesInWords(change)
				.map(({ field, from, to }) => `${field}: ${from} → ${to}`)
				.join('; ')
		};
}
