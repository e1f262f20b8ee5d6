/** What the list of tables of ratings is narrowed to and how it is sorted, as its address says it. */
export type RaterTableFilters = { text: string; sort: 'number' | 'title' | 'ratings'; order: 'ascending' | 'descending' };

const usual: RaterTableFilters = { text: '', sort: 'number', order: 'descending' };

/** Reads an address; what it does not know is passed over. The newest first. */
export const raterTableFiltersIn = (query: URLSearchParams): RaterTableFilters => ({
	text: (query.get('text') ?? '').trim().slice(0, 100),
	sort: (['title', 'ratings'] as const).find((sort) => sort === query.get('sort')) ?? 'number',
	order: query.get('order') === 'ascending' ? 'ascending' : 'descending'
});

/** The query of an address for these filters, without what goes without saying. */
export function raterTableQueryOf(filters: RaterTableFilters, more: Record<string, string> = {}): string {
	const chosen = Object.entries(filters).filter(([name, value]) => value !== usual[name as keyof RaterTableFilters]);
	const query = new URLSearchParams([...chosen, ...Object.entries(more)]).toString();
	return query && `?${query}`;
}
