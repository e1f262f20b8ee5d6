import { decisionKinds, itemKinds, type DecisionKind, type ItemKind } from './words.ts';

export const logSorts = ['number', 'title'] as const;
export const sinceFilters = ['open', 'late', 'done', 'none'] as const;
export const standingFilters = ['stands', 'superseded'] as const;

/** What the log of decisions is narrowed to, as its address says it. */
export type LogFilters = {
	/** Words that the title, the changes or the reason hold. */
	q: string;
	decision: DecisionKind | '';
	kind: ItemKind | '';
	standing: (typeof standingFilters)[number] | '';
	/** How the actions of the decision stand. */
	since: (typeof sinceFilters)[number] | '';
	/** The number of the meeting; 0 for any. */
	meeting: number;
	sort: (typeof logSorts)[number];
	order: 'ascending' | 'descending';
};

const among = <T extends string, D extends string>(values: readonly T[], wanted: string | null, otherwise: D): T | D =>
	values.find((value) => value === wanted) ?? otherwise;

/** Reads an address; what it does not know is passed over. The latest decision first. */
export function logFiltersIn(query: URLSearchParams): LogFilters {
	const sort = among(logSorts, query.get('sort'), 'number');
	const meeting = query.get('meeting') ?? '';
	return {
		q: (query.get('q') ?? '').trim().slice(0, 100),
		decision: among(decisionKinds, query.get('decision'), ''),
		kind: among(itemKinds, query.get('kind'), ''),
		standing: among(standingFilters, query.get('standing'), ''),
		since: among(sinceFilters, query.get('since'), ''),
		meeting: /^\d{1,9}$/.test(meeting) ? Number(meeting) : 0,
		sort,
		order: among(['ascending', 'descending'] as const, query.get('order'), usualOrder(sort))
	};
}

const usualOrder = (sort: LogFilters['sort']) => (sort === 'number' ? 'descending' : 'ascending');

/** The query of an address for these filters, without what goes without saying. */
export function logQueryOf(filters: LogFilters, more: Record<string, string> = {}): string {
	const { sort, order, ...narrowing } = filters;
	const chosen = Object.entries(narrowing).filter(([, value]) => value !== '' && value !== 0);
	const sorted = [...(sort === 'number' ? [] : [['sort', sort]]), ...(order === usualOrder(sort) ? [] : [['order', order]])];
	const query = new URLSearchParams([
		...chosen.map(([name, value]) => [name, String(value)]),
		...sorted,
		...Object.entries(more)
	]).toString();
	return query && `?${query}`;
}

/** Whether anything but the order is chosen. */
export const isLogNarrowed = ({ q, decision, kind, standing, since, meeting }: LogFilters): boolean =>
	[q, decision, kind, standing, since, meeting].some(Boolean);
