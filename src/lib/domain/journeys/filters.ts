import { customers, journeyStates } from './method.ts';

export const sorts = ['number', 'name', 'end'] as const;

/** What a list of journeys is narrowed to, as its address says it. */
export type JourneyFilters = {
	/** 'mine' for those in whose team the person is. */
	who: 'mine' | '';
	state: (typeof journeyStates)[number] | '';
	service: string;
	customer: (typeof customers)[number] | '';
	text: string;
	sort: (typeof sorts)[number];
	order: 'ascending' | 'descending';
};

const among = <T extends string, D extends string>(values: readonly T[], wanted: string | null, otherwise: D): T | D =>
	values.find((value) => value === wanted) ?? otherwise;

/** Reads an address; what it does not know is passed over. Newest first, unless it says otherwise. */
export function filtersIn(query: URLSearchParams): JourneyFilters {
	const sort = among(sorts, query.get('sort'), 'number');
	return {
		who: query.get('who') === 'mine' ? 'mine' : '',
		state: among(journeyStates, query.get('state'), ''),
		service: query.get('service') ?? '',
		customer: among(customers, query.get('customer'), ''),
		text: (query.get('text') ?? '').trim().slice(0, 100),
		sort,
		order: among(['ascending', 'descending'] as const, query.get('order'), usualOrder(sort))
	};
}

/** Numbers begin with the newest; names and days at the beginning. */
export const usualOrder = (sort: JourneyFilters['sort']): JourneyFilters['order'] => (sort === 'number' ? 'descending' : 'ascending');

/** The query of an address for these filters, without what goes without saying: '?state=open&service=…', or ''. */
export function queryOf(filters: JourneyFilters, more: Record<string, string> = {}): string {
	const usual: Partial<JourneyFilters> = { sort: 'number', order: usualOrder(filters.sort) };
	const chosen = Object.entries(filters).filter(([name, value]) => value !== '' && value !== usual[name as keyof JourneyFilters]);
	const query = new URLSearchParams([...chosen, ...Object.entries(more)]).toString();
	return query && `?${query}`;
}

/** Whether anything but the order is chosen. */
export const isNarrowed = ({ who, state, service, customer, text }: JourneyFilters): boolean =>
	[who, state, service, customer, text].some(Boolean);
