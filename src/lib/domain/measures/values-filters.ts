import { channels, type Channel } from '../journeys/channels.ts';
import { isPeriod } from './period.ts';
import { origins, type Origin } from './words.ts';

export const valueSorts = ['measure', 'month'] as const;

/** What the list of values is narrowed to, as its address says it. `month` '' is the last twelve months. */
export type ValueFilters = {
	measure: string;
	service: string;
	team: string;
	channel: Channel | '';
	month: string;
	released: 'yes' | 'no' | '';
	origin: Origin | '';
	sort: (typeof valueSorts)[number];
	order: 'ascending' | 'descending';
};

const among = <T extends string, D extends string>(values: readonly T[], wanted: string | null, otherwise: D): T | D =>
	values.find((value) => value === wanted) ?? otherwise;

/**
 * Reads an address; what it does not know is passed over. All months together only of one measure or one service: of
 * everything a large council has more values in a year than anybody reads, so that is one month, the latest unless it is said.
 * @param latest the month shown where none is asked for
 */
export function valueFiltersIn(query: URLSearchParams, latest: string): ValueFilters {
	const [measure, service, asked] = ['measure', 'service', 'month'].map((name) => query.get(name) ?? '') as [string, string, string];
	const isOne = measure !== '' || service !== '';
	const sort = among(valueSorts, query.get('sort'), 'measure');
	return {
		measure,
		service,
		team: query.get('team') ?? '',
		channel: among(channels, query.get('channel'), ''),
		month: isPeriod(asked) ? asked : isOne ? '' : latest,
		released: among(['yes', 'no'] as const, query.get('released'), ''),
		origin: among(origins, query.get('origin'), ''),
		sort,
		order: among(['ascending', 'descending'] as const, query.get('order'), sort === 'month' ? 'descending' : 'ascending')
	};
}

/** The query of an address for these filters, without what goes without saying. */
export function valuesQueryOf(filters: ValueFilters, more: Record<string, string> = {}): string {
	const isUsualOrder = filters.order === (filters.sort === 'month' ? 'descending' : 'ascending');
	const chosen = Object.entries(filters).filter(
		([name, value]) => value !== '' && !(name === 'sort' && value === 'measure') && !(name === 'order' && isUsualOrder)
	);
	const query = new URLSearchParams([...chosen, ...Object.entries(more)]).toString();
	return query && `?${query}`;
}

/** Whether anything but the month and the order is chosen. */
export const isNarrowedTo = ({ measure, service, channel, released, origin }: ValueFilters): boolean =>
	[measure, service, channel, released, origin].some(Boolean);
