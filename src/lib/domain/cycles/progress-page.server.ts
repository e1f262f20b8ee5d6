import type { Database } from '#lib/server/database.ts';
import type { BoardFilter, BoardView } from './board-filter.ts';
import { boardColumns, boardOf, statusCounts, type BoardColumn, type BoardRow } from './progress.server.ts';

/**
 * A cycle's progress as its page shows it: the counts, and either a page of the list or the columns. In a closed cycle
 * nothing is late any more, and no days are left.
 */
export function progressPage(
	db: Database,
	cycle: { id: string; closedAt: number | null },
	{ filter, view, today }: { filter: BoardFilter; view: BoardView; today: string }
) {
	const counts = statusCounts(db, cycle.id, today);
	const list = view === 'list' ? boardOf(db, cycle.id, filter, today) : { rows: [], next: null };
	const columns = view === 'columns' ? boardColumns(db, cycle.id, filter, today) : [];
	if (cycle.closedAt === null) return { counts, ...list, columns };
	return {
		counts: counts.map((one) => ({ ...one, late: 0 })),
		...list,
		rows: list.rows.map(over),
		columns: columns.map((column): BoardColumn => ({ ...column, cards: column.cards.map(over) }))
	};
}

const over = (row: BoardRow): BoardRow => ({ ...row, daysLeft: null });
