import { channels, type Channel } from '../journeys/channels.ts';
import { divisions, type DivisionName } from './figures.ts';
import { visitStates, type VisitState } from './words.ts';

const among = <T extends string>(values: readonly T[], wanted: string | null): T | '' => values.find((value) => value === wanted) ?? '';

/** What a list of visits is narrowed to, as its address says it. */
export type VisitFilters = { state: VisitState | ''; service: string; shopper: string; channel: Channel | '' };

export const visitFiltersIn = (query: URLSearchParams): VisitFilters => ({
	state: among(visitStates, query.get('state')),
	service: query.get('service') ?? '',
	shopper: query.get('shopper') ?? '',
	channel: among(channels, query.get('channel'))
});

/** What waits to be checked is narrowed to; the lowest numbers first unless told otherwise. */
export type CheckFilters = { channel: Channel | ''; service: string; order: 'newest' | '' };

export const checkFiltersIn = (query: URLSearchParams): CheckFilters => ({
	channel: among(channels, query.get('channel')),
	service: query.get('service') ?? '',
	order: among(['newest'], query.get('order'))
});

/** What results are divided by and narrowed to. */
export type ResultFilters = { by: DivisionName; channel: Channel | ''; service: string };

export const divisionNames = Object.keys(divisions) as DivisionName[];

export const resultFiltersIn = (query: URLSearchParams): ResultFilters => ({
	by: among(divisionNames, query.get('by')) || 'channel',
	channel: among(channels, query.get('channel')),
	service: query.get('service') ?? ''
});

/** The query of an address, without what is empty. */
export function queryOf(filters: Record<string, string>, more: Record<string, string> = {}): string {
	const query = new URLSearchParams(Object.entries({ ...filters, ...more }).filter(([, value]) => value)).toString();
	return query && `?${query}`;
}

/** What the scenario bank is narrowed to and sorted by. */
export const scenarioFiltersIn = (query: URLSearchParams) => ({
	channel: among(channels, query.get('channel')),
	text: (query.get('text') ?? '').trim().slice(0, 100),
	retired: query.get('retired') === 'yes',
	sort: query.get('sort') === 'title' ? ('title' as const) : ('number' as const)
});
