import { channels } from '../journeys/channels.ts';
import { uses } from './card.ts';

const states = ['draft', 'published', 'withdrawn'] as const;
const sorts = ['name', 'channel', 'published'] as const;

/** What the list of scorecards is narrowed to, as its address says it. */
export type CardFilters = {
	use: (typeof uses)[number] | '';
	channel: (typeof channels)[number] | '';
	state: (typeof states)[number] | '';
	sort: (typeof sorts)[number];
	order: 'ascending' | 'descending';
};

const among = <T extends string, D extends string>(values: readonly T[], wanted: string | null, otherwise: D): T | D =>
	values.find((value) => value === wanted) ?? otherwise;

/** Reads an address; what it does not know is passed over. By name, unless it says otherwise. */
export const filtersIn = (query: URLSearchParams): CardFilters => ({
	use: among(uses, query.get('use'), ''),
	channel: among(channels, query.get('channel'), ''),
	state: among(states, query.get('state'), ''),
	sort: among(sorts, query.get('sort'), 'name'),
	order: among(['ascending', 'descending'] as const, query.get('order'), 'ascending')
});

/** The query of an address for these filters, without what goes without saying. */
export function queryOf(filters: CardFilters): string {
	const usual: Partial<CardFilters> = { sort: 'name', order: 'ascending' };
	const chosen = Object.entries(filters).filter(([name, value]) => value !== '' && value !== usual[name as keyof CardFilters]);
	const query = new URLSearchParams(chosen).toString();
	return query && `?${query}`;
}
