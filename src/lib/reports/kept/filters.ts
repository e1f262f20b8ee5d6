/** What a list of kept reports is narrowed to; empty is all. */
export type KeptFilters = { kind: string; service: string; month: string; order: 'ascending' | 'descending' };

/** As the address asks. */
export function keptFiltersIn(query: URLSearchParams): KeptFilters {
	const month = query.get('month') ?? '';
	return {
		kind: query.get('kind') ?? '',
		service: query.get('service') ?? '',
		month: /^\d{4}-\d{2}$/.test(month) ? month : '',
		order: query.get('order') === 'ascending' ? 'ascending' : 'descending'
	};
}

/** The address of the list with these filters. */
export function keptQuery({ order, ...filters }: KeptFilters, more: Record<string, string> = {}): string {
	const all = { ...filters, order: order === 'descending' ? '' : order, ...more };
	const query = new URLSearchParams(Object.entries(all).filter(([, value]) => value));
	return query.size ? `?${query}` : '';
}

export const isNarrowed = ({ kind, service, month }: KeptFilters): boolean => !!(kind || service || month);
