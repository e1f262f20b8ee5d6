import { channels, type Channel } from '#lib/domain/journeys/channels.ts';
import { demandKinds, type DemandKind } from './kinds.ts';

export const sorts = ['noted', 'heard'] as const;

/** What a demand log is narrowed to, as its address says it. */
export type DemandFilters = {
	kind: DemandKind | '';
	channel: Channel | '';
	/** A step's id, or 'none' for the contacts of no step. */
	step: string;
	predictable: 'yes' | 'no' | '';
	/** Words that the contact or its type holds. */
	words: string;
	sort: (typeof sorts)[number];
	order: 'ascending' | 'descending';
};

const among = <T extends string, D extends string>(values: readonly T[], wanted: string | null, otherwise: D): T | D =>
	values.find((value) => value === wanted) ?? otherwise;

/** Reads an address; what it does not know is passed over. Without a sort, the last noted first. */
export const filtersIn = (query: URLSearchParams): DemandFilters => ({
	kind: among(demandKinds, query.get('kind'), ''),
	channel: among(channels, query.get('channel'), ''),
	step: query.get('step') ?? '',
	predictable: among(['yes', 'no'] as const, query.get('predictable'), ''),
	words: (query.get('words') ?? '').trim().slice(0, 100),
	sort: among(sorts, query.get('sort'), 'noted'),
	order: query.get('order') === 'ascending' ? 'ascending' : 'descending'
});

const usual: Partial<DemandFilters> = { sort: 'noted', order: 'descending' };

/** The query of an address for these filters, without what goes without saying. */
export function queryOf(filters: DemandFilters, more: Record<string, string> = {}): string {
	const chosen = Object.entries(filters).filter(([name, value]) => value !== '' && value !== usual[name as keyof DemandFilters]);
	const query = new URLSearchParams([...chosen, ...Object.entries(more)]).toString();
	return query && `?${query}`;
}

/** Whether anything but the order is chosen. */
export const isNarrowed = ({ kind, channel, step, predictable, words }: DemandFilters): boolean =>
	[kind, channel, step, predictable, words].some(Boolean);
