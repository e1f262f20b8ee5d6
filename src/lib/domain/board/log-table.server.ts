import type { Database } from '#lib/server/database.ts';
import type { LogFilters } from './log-filters.ts';
import { everyDecision } from './log.server.ts';
import { sinceInWords } from './since.ts';
import { sinceOf } from './since.server.ts';
import { decisionMarks, kindWords } from './wording.ts';

const columns = [
	{ key: 'number', label: 'Decision', kind: 'number' },
	{ key: 'title', label: 'About', kind: 'text', width: 50 },
	{ key: 'kind', label: 'Kind', kind: 'text' },
	{ key: 'meeting', label: 'Meeting', kind: 'number' },
	{ key: 'decidedOn', label: 'Decided', kind: 'day' },
	{ key: 'decision', label: 'What was decided', kind: 'text', width: 24 },
	{ key: 'changes', label: 'Changes', kind: 'text', width: 40 },
	{ key: 'reason', label: 'Reason', kind: 'text', width: 40 },
	{ key: 'deferredTo', label: 'Deferred to', kind: 'day' },
	{ key: 'decidedBy', label: 'Chair', kind: 'text' },
	{ key: 'present', label: 'Members present', kind: 'number' },
	{ key: 'quorum', label: 'Quorum', kind: 'number' },
	{ key: 'supersedes', label: 'Supersedes decision', kind: 'number' },
	{ key: 'supersededBy', label: 'Superseded by decision', kind: 'number' },
	{ key: 'since', label: 'What happened since', kind: 'text', width: 60 }
] as const;

/** The log of decisions as a table to take away, as it is narrowed and sorted, all its pages. */
export const logTable = (db: Database, filters: LogFilters, today: string) => ({
	name: 'Decisions of the Engagement Board',
	sheet: 'Decisions',
	columns,
	rows: rows(db, filters, today)
});

function* rows(db: Database, filters: LogFilters, today: string) {
	for (const page of everyDecision(db, filters, today)) {
		const since = sinceOf(db, page, today);
		for (const row of page) {
			const happened = since.get(row.number);
			yield {
				...row,
				kind: kindWords[row.kind],
				decision: decisionMarks[row.decision].text,
				since: happened ? sinceInWords(happened).join('; ') : ''
			};
		}
	}
}
