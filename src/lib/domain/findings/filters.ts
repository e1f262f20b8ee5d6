import type { Place } from '../../server/paging.ts';
import type { Severity } from './severity.ts';
import { findingSources, recommendationStates, severities } from './words.ts';
import type { FindingSource, RecommendationState } from './wording.ts';

const among = <T extends string, D extends string>(values: readonly T[], wanted: string | null, otherwise: D): T | D =>
	values.find((value) => value === wanted) ?? otherwise;
const orders = ['ascending', 'descending'] as const;
const isId = (text: string | null) => (text && /^[\w-]{1,64}$/.test(text) ? text : '');

/** What a list of findings is narrowed to, as its address says it. */
export type FindingFilters = {
	journey: string;
	service: string;
	severity: Severity | '';
	source: FindingSource | '';
	/** Those that stand, or those that were withdrawn. */
	state: 'standing' | 'withdrawn';
	sort: 'severity' | 'found';
	order: (typeof orders)[number];
};

/** Reads an address; what it does not know is passed over. */
export const findingFiltersIn = (query: URLSearchParams): FindingFilters => ({
	journey: isId(query.get('journey')),
	service: isId(query.get('service')),
	severity: among(severities, query.get('severity'), ''),
	source: among(findingSources, query.get('source'), ''),
	state: among(['withdrawn'] as const, query.get('state'), 'standing'),
	sort: among(['found'] as const, query.get('sort'), 'severity'),
	order: among(orders, query.get('order'), 'ascending')
});

/** What a list of recommendations is narrowed to, as its address says it. */
export type RecommendationFilters = {
	journey: string;
	service: string;
	/** 'waiting' is proposed or deferred: nobody has decided for good. */
	state: RecommendationState | 'waiting' | 'all';
	sort: 'number' | 'value' | 'effort';
	order: (typeof orders)[number];
};

export const recommendationFiltersIn = (query: URLSearchParams): RecommendationFilters => ({
	journey: isId(query.get('journey')),
	service: isId(query.get('service')),
	state: among([...recommendationStates, 'waiting'] as const, query.get('state'), 'all'),
	sort: among(['value', 'effort'] as const, query.get('sort'), 'number'),
	order: among(orders, query.get('order'), 'ascending')
});

const usual: Record<string, string> = { order: 'ascending' };
const unsaid = ['severity', 'standing', 'number', 'all'];

/** The query of an address for these filters, without what goes without saying; '' for nothing. */
export function queryOf(filters: FindingFilters | RecommendationFilters, more: Record<string, string> = {}): string {
	const chosen = Object.entries(filters).filter(
		([name, value]) => value !== '' && value !== usual[name] && !(['sort', 'state'].includes(name) && unsaid.includes(value))
	);
	const query = new URLSearchParams([...chosen, ...Object.entries(more)]).toString();
	return query && `?${query}`;
}

/** Where a page begins, as its address says it. */
export const placeIn = (query: URLSearchParams): Place<string> => ({
	after: isId(query.get('after')) || undefined,
	before: isId(query.get('before')) || undefined
});
