import { workingDaysBetween } from '#lib/domain/calendar/working-days.ts';
import type { Database } from '#lib/server/database.ts';
import { betweenWrites } from '#lib/server/between-writes.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import type { BoardFilter } from './board-filter.ts';
import { boardQuery, cardsEach, columnsQuery, countsQuery, divider, pageSize } from './board-queries.server.ts';
import { statuses, type Status } from '#lib/domain/assessments/status.ts';

/** One service on the board. `daysLeft` counts working days, negative once the due date is past; null once it is handed in. */
export type BoardRow = {
	id: string;
	status: Status;
	dueOn: string;
	service: string;
	directorate: string;
	answered: number;
	total: number;
	claimedLevel: number | null;
	agreedLevel: number | null;
	agreedAward: string | null;
	moderator: string | null;
	daysLeft: number | null;
};

/** With the service: before it is handed in it can be late. */
const withService: readonly Status[] = ['draft', 'changes requested'];
type Stored = Omit<BoardRow, 'daysLeft'> & { serviceId: string };

/** Where a page ended, in the order it is in. */
const placeOf: Record<BoardFilter['sort'], (last: Stored) => string> = {
	status: ({ status, dueOn, serviceId }) => [status, dueOn, serviceId].join('|'),
	service: ({ service }) => service,
	answered: ({ answered, service }) => answered + divider + service
};

/**
 * One page of a cycle's progress: every figure is a kept one. Within a status and a due date a page is in order of
 * name. `next` is what the next page comes after, null on the last.
 */
export function boardOf(db: Database, cycleId: string, filter: BoardFilter, today: string): { rows: BoardRow[]; next: string | null } {
	const found = rowsOf<Stored>(db, boardQuery(cycleId, filter, today));
	const page = found.slice(0, pageSize);
	const rows = withDaysLeft(page, today);
	const last = page.at(-1);
	const next = found.length > pageSize && last ? placeOf[filter.sort](last) : null;
	if (filter.sort === 'status') rows.sort(byStatusDueAndName);
	return { rows, next };
}

function withDaysLeft(rows: Stored[], today: string): BoardRow[] {
	const left = daysLeftFrom(today);
	return rows.map(({ serviceId: _, ...row }) => ({ ...row, daysLeft: withService.includes(row.status) ? left(row.dueOn) : null }));
}

/** A status with its first services, the earliest due first; `more` where there are others. */
export type BoardColumn = { status: Status; cards: BoardRow[]; more: boolean };

/** A cycle as a column for each status. */
export function boardColumns(db: Database, cycleId: string, filter: BoardFilter, today: string): BoardColumn[] {
	const found = withDaysLeft(rowsOf<Stored>(db, columnsQuery(cycleId, filter, today)), today);
	return statuses.map((status) => {
		const all = found.filter((row) => row.status === status);
		return { status, cards: all.slice(0, cardsEach).sort(byStatusDueAndName), more: all.length > cardsEach };
	});
}

const inEnglish = new Intl.Collator('en-GB');
const byStatusDueAndName = (a: BoardRow, b: BoardRow) =>
	statuses.indexOf(a.status) - statuses.indexOf(b.status) ||
	(a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0) ||
	inEnglish.compare(a.service, b.service);

/** Working days left to a date; most of a cycle has one due date, so each is counted once. */
function daysLeftFrom(today: string) {
	const known = new Map<string, number>();
	return (dueOn: string) => {
		const left = known.get(dueOn) ?? workingDaysBetween(today, dueOn);
		known.set(dueOn, left);
		return left;
	};
}

/** How many assessments of a cycle stand at a status, and how many of those with their service are past their date. */
export type StatusCount = { status: Status; count: number; late: number };
export function statusCounts(db: Database, cycleId: string, today: string): StatusCount[] {
	const found = betweenWrites(db, `statuses of ${cycleId} on ${today}`, () => rowsOf<StatusCount>(db, countsQuery(cycleId, today)));
	return statuses.map((status) => found.find((row) => row.status === status) ?? { status, count: 0, late: 0 });
}
