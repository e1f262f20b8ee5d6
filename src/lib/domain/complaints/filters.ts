import { channels, type Channel } from '../journeys/channels.ts';
import { caseStates, causes, stages, tellUsKinds, type CaseState, type Cause, type Stage, type TellUsKind } from './words.ts';

export const sorts = ['received', 'due'] as const;

/** What a list of cases is narrowed to, as its address says it. */
export type CaseFilters = {
	kind: TellUsKind | '';
	state: CaseState | 'late' | '';
	stage: Stage | '';
	service: string;
	team: string;
	channel: Channel | '';
	cause: Cause | '';
	/** 'me' for those given to the person who looks. */
	handler: 'me' | '';
	sort: (typeof sorts)[number];
	order: 'ascending' | 'descending';
};

const among = <T extends string, D extends string>(values: readonly T[], wanted: string | null, otherwise: D): T | D =>
	values.find((value) => value === wanted) ?? otherwise;

/** Reads an address; what it does not know is passed over. Without a sort, the last received first. */
export const filtersIn = (query: URLSearchParams): CaseFilters => ({
	kind: among(tellUsKinds, query.get('kind'), ''),
	state: among([...caseStates, 'late'] as const, query.get('state'), ''),
	stage: among(stages, query.get('stage'), ''),
	service: query.get('service') ?? '',
	// a team is chosen among those of a service
	team: query.get('service') ? (query.get('team') ?? '') : '',
	channel: among(channels, query.get('channel'), ''),
	cause: among(causes, query.get('cause'), ''),
	handler: among(['me'] as const, query.get('handler'), ''),
	sort: among(sorts, query.get('sort'), 'received'),
	order: among(['ascending', 'descending'] as const, query.get('order'), query.get('sort') === 'due' ? 'ascending' : 'descending')
});

const usual: Partial<CaseFilters> = { sort: 'received' };

/** The query of an address for these filters, without what goes without saying. */
export function queryOf(filters: CaseFilters, more: Record<string, string> = {}): string {
	const isUsualOrder = filters.order === (filters.sort === 'due' ? 'ascending' : 'descending');
	const chosen = Object.entries(filters).filter(
		([name, value]) => value !== '' && value !== usual[name as keyof CaseFilters] && !(name === 'order' && isUsualOrder)
	);
	const query = new URLSearchParams([...chosen, ...Object.entries(more)]).toString();
	return query && `?${query}`;
}

/** Whether anything but the order is chosen. */
export const isNarrowed = ({ sort: _, order: __, ...filters }: CaseFilters): boolean => Object.values(filters).some(Boolean);
