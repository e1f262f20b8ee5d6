/** By what the services of a measure's page are sorted. */
export const partSorts = ['name', 'value'] as const;

export type PartsAsked = { sort: (typeof partSorts)[number]; order: 'ascending' | 'descending'; from: number };

/** So many services a page shows of a measure. */
export const servicesShown = 20;

/** Which services of a measure's page an address asks for. */
export function partsAsked(query: URLSearchParams): PartsAsked {
	const from = Number(query.get('from'));
	return {
		sort: query.get('sort') === 'value' ? 'value' : 'name',
		order: query.get('order') === 'descending' ? 'descending' : 'ascending',
		from: Number.isInteger(from) && from > 0 ? from : 0
	};
}

/** Those of all parts, which are given by name, with the places where the pages before and after begin; null where there is none. */
export function partsPage<Part extends { value: number }>(all: readonly Part[], { sort, order, from }: PartsAsked) {
	const sorted = sort === 'value' ? [...all].sort((a, b) => a.value - b.value) : [...all];
	if (order === 'descending') sorted.reverse();
	const start = from < all.length ? from : 0;
	return {
		rows: sorted.slice(start, start + servicesShown),
		of: all.length,
		previous: start > 0 ? Math.max(0, start - servicesShown) : null,
		next: start + servicesShown < all.length ? start + servicesShown : null
	};
}
