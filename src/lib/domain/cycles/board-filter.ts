import { bases, type Basis } from '#lib/domain/results/basis.ts';
import { statuses, type Status } from '#lib/domain/assessments/status.ts';

export const boardSorts = ['status', 'service', 'answered'] as const;
export type BoardSort = (typeof boardSorts)[number];
export const boardViews = ['list', 'columns'] as const;
export type BoardView = (typeof boardViews)[number];

/** What narrows and orders a board. `after` is where the last page ended, as `next` gave it. */
export type BoardFilter = { sort: BoardSort; status?: Status; directorate?: string; late?: boolean; after?: string };

export const heatViews = ['themes', 'levels'] as const;
export type HeatView = (typeof heatViews)[number];
/** What a heat map shows: one cycle, from whose answers, by theme unless told, of one directorate or all; `after` as for a board. */
export type HeatFilter = { basis: Basis; view?: HeatView; directorate?: string; after?: string };

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined => values.find((value) => value === text);
const given = <K extends string, T>(name: K, value: T | null | undefined | '' | false) =>
	(value ? { [name]: value } : {}) as Partial<Record<K, T>>;

/** How a board is laid out: a list, or a column for each status. */
export const boardViewOf = (query: URLSearchParams): BoardView => oneOf(boardViews, query.get('view')) ?? 'list';

/** A board's filter from its address; what it does not know it passes over. */
export function boardFilterOf(query: URLSearchParams): BoardFilter {
	return {
		sort: oneOf(boardSorts, query.get('sort')) ?? 'status',
		...given('status', oneOf(statuses, query.get('status'))),
		...given('directorate', query.get('directorate')),
		...given('late', query.get('late') === 'yes'),
		...given('after', query.get('after'))
	};
}

/** A heat map's filter and view from its address: agreed results by theme unless told. */
export function heatFilterOf(query: URLSearchParams): HeatFilter & { view: HeatView } {
	return {
		basis: oneOf(bases, query.get('basis')) ?? 'agreed',
		view: oneOf(heatViews, query.get('view')) ?? 'themes',
		...given('directorate', query.get('directorate')),
		...given('after', query.get('after'))
	};
}

/** An address with a query of what is given: '/cycles/7' or '/cycles/7?status=draft'. */
export function addressOf(path: string, query: Record<string, string | false | null | undefined>): string {
	const kept = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
	return kept.length ? `${path}?${new URLSearchParams(kept)}` : path;
}

/** A board's filter as its address has it: what is the usual is left out. */
export const boardQueryOf = ({ sort, status, directorate, late }: BoardFilter): Record<string, string | undefined> => ({
	sort: sort === 'status' ? undefined : sort,
	status,
	directorate,
	late: late ? 'yes' : undefined
});
