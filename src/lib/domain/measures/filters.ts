import { channels, type Channel } from '../journeys/channels.ts';
import { themes, type Theme } from './words.ts';

export const standingFilters = ['met', 'missed', 'no target', 'signal', 'old', 'empty', 'retired'] as const;
export type StandingFilter = (typeof standingFilters)[number];
export const sorts = ['order', 'name', 'standing', 'period'] as const;

/** What the list of measures is narrowed to, and whose figures it shows, as its address says it. */
export type MeasureFilters = {
	service: string;
	team: string;
	channel: Channel | '';
	theme: Theme | '';
	standing: StandingFilter | '';
	search: string;
	sort: (typeof sorts)[number];
	order: 'ascending' | 'descending';
};

const among = <T extends string, D extends string>(values: readonly T[], wanted: string | null, otherwise: D): T | D =>
	values.find((value) => value === wanted) ?? otherwise;

/** Reads an address; what it does not know is passed over. */
export const filtersIn = (query: URLSearchParams): MeasureFilters => ({
	service: query.get('service') ?? '',
	team: query.get('team') ?? '',
	channel: among(channels, query.get('channel'), ''),
	theme: among(themes, query.get('theme'), ''),
	standing: among(standingFilters, query.get('standing'), ''),
	search: (query.get('search') ?? '').trim().slice(0, 100),
	sort: among(sorts, query.get('sort'), 'order'),
	order: query.get('order') === 'descending' ? 'descending' : 'ascending'
});

const usual: Partial<MeasureFilters> = { sort: 'order', order: 'ascending' };

/** The query of an address for these filters, without what goes without saying. */
export function queryOf(filters: Partial<MeasureFilters>, more: Record<string, string> = {}): string {
	const chosen = Object.entries(filters).filter(([name, value]) => value && value !== usual[name as keyof MeasureFilters]);
	const query = new URLSearchParams([...chosen, ...Object.entries(more)]).toString();
	return query && `?${query}`;
}

/** The query that says whose figures: '?service=…&team=…&channel=phone', or ''. */
export const scopeQuery = (scope: { service?: string; team?: string; channel?: string }, more: Record<string, string> = {}): string =>
	queryOf({ service: scope.service ?? '', team: scope.team ?? '', channel: (scope.channel ?? '') as Channel | '' }, more);

export const isNarrowed = ({ service, channel, theme, standing, search }: MeasureFilters): boolean =>
	[service, channel, theme, standing, search].some(Boolean);
