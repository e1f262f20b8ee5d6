/** What the list of months is narrowed to, as its address says it. */
export type MonthFilters = { year: string; released: 'yes' | 'no' | ''; sort: 'month' | 'measures'; order: 'ascending' | 'descending' };

/** Reads an address; what it does not know is passed over. The latest month first. */
export const monthFiltersIn = (query: URLSearchParams): MonthFilters => {
	const [year, released] = [query.get('year') ?? '', query.get('released')];
	return {
		year: /^\d{4}$/.test(year) ? year : '',
		released: released === 'yes' || released === 'no' ? released : '',
		sort: query.get('sort') === 'measures' ? 'measures' : 'month',
		order: query.get('order') === 'ascending' ? 'ascending' : 'descending'
	};
};

/** The query of an address for these filters, without what goes without saying. */
export function monthsQueryOf(filters: MonthFilters, more: Record<string, string> = {}): string {
	const usual: Record<string, string> = { sort: 'month', order: 'descending' };
	const chosen = Object.entries(filters).filter(([name, value]) => value !== '' && value !== usual[name]);
	const query = new URLSearchParams([...chosen, ...Object.entries(more)]).toString();
	return query && `?${query}`;
}
