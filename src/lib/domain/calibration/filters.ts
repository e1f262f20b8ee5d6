import { calibrationStates, type CalibrationState } from './words.ts';

/** What the list of sessions is narrowed to, as its address says it. */
export type CalibrationFilters = {
	state: CalibrationState | '';
	part: 'run' | 'score' | '';
	sort: 'number' | 'title';
	order: 'ascending' | 'descending';
};

const among = <T extends string, D extends string>(values: readonly T[], wanted: string | null, otherwise: D): T | D =>
	values.find((value) => value === wanted) ?? otherwise;
const usual: CalibrationFilters = { state: '', part: '', sort: 'number', order: 'descending' };

/** Reads an address; what it does not know is passed over. The newest first. */
export const calibrationFiltersIn = (query: URLSearchParams): CalibrationFilters => ({
	state: among(calibrationStates, query.get('state'), ''),
	part: among(['run', 'score'] as const, query.get('part'), ''),
	sort: among(['title'] as const, query.get('sort'), 'number'),
	order: among(['ascending'] as const, query.get('order'), 'descending')
});

/** The query of an address for these filters, without what goes without saying. */
export function calibrationQueryOf(filters: CalibrationFilters, more: Record<string, string> = {}): string {
	const chosen = Object.entries(filters).filter(([name, value]) => value !== usual[name as keyof CalibrationFilters]);
	const query = new URLSearchParams([...chosen, ...Object.entries(more)]).toString();
	return query && `?${query}`;
}
