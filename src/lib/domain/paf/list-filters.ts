import { channels, type Channel } from '#lib/domain/journeys/channels.ts';
import { isMonth } from './month.ts';
import { appealOutcomes, monthStates, selections, type AppealOutcome, type Selection } from './states.ts';

/** What the lists of PAF are narrowed to, as their addresses say it; '' where anything goes. */
export type MonthFilters = { service: string; month: string; state: (typeof monthStates)[number] | ''; order: 'oldest' | '' };
export type AppealFilters = { show: AppealOutcome | ''; team: string; order: 'newest' | '' };
export type ScoreFilters = {
	team: string;
	channel: Channel | '';
	selection: Selection | '';
	state: 'to score' | 'drafted' | '';
	order: 'newest' | '';
};

const among = <T extends string>(values: readonly T[], wanted: string | null): T | '' => values.find((value) => value === wanted) ?? '';

/** Reads an address; what it does not know is passed over. */
export const monthFiltersIn = (query: URLSearchParams): MonthFilters => ({
	service: query.get('service') ?? '',
	month: isMonth(query.get('month') ?? '') ? (query.get('month') ?? '') : '',
	state: among(monthStates, query.get('state')),
	order: among(['oldest'], query.get('order'))
});

/** Those that wait, unless an outcome is asked for. */
export const appealFiltersIn = (query: URLSearchParams): AppealFilters => ({
	show: among(appealOutcomes, query.get('show')),
	team: query.get('team') ?? '',
	order: among(['newest'], query.get('order'))
});

export const scoreFiltersIn = (query: URLSearchParams): ScoreFilters => ({
	team: query.get('team') ?? '',
	channel: among(channels, query.get('channel')),
	selection: among(selections, query.get('selection')),
	state: among(['to score', 'drafted'], query.get('state')),
	order: among(['newest'], query.get('order'))
});

/** The query of an address for these filters, without what goes without saying: '?team=…', or ''. */
export function listQuery(filters: Record<string, string | boolean>, more: Record<string, string | number> = {}): string {
	const chosen = Object.entries({ ...filters, ...more }).filter(([, value]) => value !== '' && value !== false);
	const query = new URLSearchParams(chosen.map(([name, value]) => [name, value === true ? 'yes' : String(value)])).toString();
	return query && `?${query}`;
}

/** Whether anything but the order is chosen. */
export const isNarrowedTo = (filters: Record<string, string | boolean>): boolean =>
	Object.entries(filters).some(([name, value]) => name !== 'order' && !!value);
