import { actionStatuses, priorities, type ActionStatus } from './status.ts';
import type { Priority } from './details.ts';

export const dueFilters = ['overdue', 'month', 'quarter', 'year'] as const;
export const sourceFilters = ['gap', 'journey', 'hand'] as const;
export const sorts = ['due', 'priority', 'number'] as const;

/** What a list of actions is narrowed to, as its address says it. */
export type ActionFilters = {
	service: string;
	owner: string;
	status: ActionStatus | 'open' | 'all';
	priority: Priority | '';
	due: (typeof dueFilters)[number] | '';
	source: (typeof sourceFilters)[number] | '';
	sort: (typeof sorts)[number];
	order: 'ascending' | 'descending';
};

const among = <T extends string, D extends string>(values: readonly T[], wanted: string | null, otherwise: D): T | D =>
	values.find((value) => value === wanted) ?? otherwise;

/** Reads an address; what it does not know is passed over. Without a status, all that is open. */
export const filtersIn = (query: URLSearchParams): ActionFilters => ({
	service: query.get('service') ?? '',
	owner: query.get('owner') ?? '',
	status: among([...actionStatuses, 'all'] as const, query.get('status'), 'open'),
	priority: among(priorities, query.get('priority'), ''),
	due: among(dueFilters, query.get('due'), ''),
	source: among(sourceFilters, query.get('source'), ''),
	sort: among(sorts, query.get('sort'), 'due'),
	order: query.get('order') === 'descending' ? 'descending' : 'ascending'
});

const usual: Partial<ActionFilters> = { status: 'open', sort: 'due', order: 'ascending' };

/** The query of an address for these filters, without what goes without saying: '?status=late&service=…', or ''. */
export function queryOf(filters: ActionFilters, more: Record<string, string> = {}): string {
	const chosen = Object.entries(filters).filter(([name, value]) => value !== '' && value !== usual[name as keyof ActionFilters]);
	const query = new URLSearchParams([...chosen, ...Object.entries(more)]).toString();
	return query && `?${query}`;
}

/** Whether anything but the order is chosen. */
export const isNarrowed = ({ service, owner, priority, due, source }: ActionFilters): boolean =>
	[service, owner, priority, due, source].some(Boolean);
