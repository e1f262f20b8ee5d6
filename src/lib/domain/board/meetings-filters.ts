import { meetingStates, type MeetingState } from './words.ts';

/** What a list of meetings is narrowed to, as its address says it. */
export type MeetingFilters = {
	state: MeetingState | '';
	/** Those to come, those that have been, or those of a calendar year: '2026'. */
	period: 'coming' | 'past' | (string & {});
	sort: 'day' | 'number';
	order: 'ascending' | 'descending';
};

const among = <T extends string, D extends string>(values: readonly T[], wanted: string | null, otherwise: D): T | D =>
	values.find((value) => value === wanted) ?? otherwise;

/** Reads an address; what it does not know is passed over. The latest day first. */
export function meetingFiltersIn(query: URLSearchParams): MeetingFilters {
	const period = query.get('period') ?? '';
	return {
		state: among(meetingStates, query.get('state'), ''),
		period: /^(coming|past|\d{4})$/.test(period) ? period : '',
		sort: among(['number'] as const, query.get('sort'), 'day'),
		order: among(['ascending'] as const, query.get('order'), 'descending')
	};
}

/** The query of an address for these filters, without what goes without saying. */
export function meetingQueryOf(filters: MeetingFilters, more: Record<string, string> = {}): string {
	const usual: MeetingFilters = { state: '', period: '', sort: 'day', order: 'descending' };
	const chosen = Object.entries(filters).filter(([name, value]) => value !== usual[name as keyof MeetingFilters]);
	const query = new URLSearchParams([...chosen, ...Object.entries(more)]).toString();
	return query && `?${query}`;
}
