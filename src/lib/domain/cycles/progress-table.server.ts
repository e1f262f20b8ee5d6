import type { Database } from '#lib/server/database.ts';
import type { BoardFilter } from './board-filter.ts';
import { boardOf, type BoardRow } from './progress.server.ts';
import { statusMarks } from '#lib/domain/assessments/shown-status.ts';

const columns = [
	{ key: 'service', label: 'Service', kind: 'text' },
	{ key: 'directorate', label: 'Directorate', kind: 'text' },
	{ key: 'word', label: 'Status', kind: 'text' },
	{ key: 'answered', label: 'Answered', kind: 'number' },
	{ key: 'total', label: 'Criteria', kind: 'number' },
	{ key: 'dueOn', label: 'Due', kind: 'day' },
	{ key: 'daysLeft', label: 'Working days left', kind: 'number' },
	{ key: 'claimedLevel', label: 'Claimed level', kind: 'number' },
	{ key: 'agreedLevel', label: 'Agreed level', kind: 'number' },
	{ key: 'agreedAward', label: 'Agreed award', kind: 'text' },
	{ key: 'moderator', label: 'Moderator', kind: 'text' }
] as const;

/** The progress of a cycle as a table to take away: the rows of the board as it is narrowed, all its pages, read one by one. */
export const progressTable = (db: Database, cycle: { id: string; name: string }, filter: BoardFilter, today: string) => ({
	name: `Progress of ${cycle.name}`,
	columns,
	rows: allRows(db, cycle.id, filter, today)
});

function* allRows(
	db: Database,
	cycleId: string,
	{ after: _, ...filter }: BoardFilter,
	today: string
): Generator<BoardRow & { word: string }> {
	let after: string | null = '';
	while (after !== null) {
		const { rows, next } = boardOf(db, cycleId, after ? { ...filter, after } : filter, today);
		for (const row of rows) yield { ...row, word: statusMarks[row.status].text };
		after = next;
	}
}
