import * as v from 'valibot';
import { statuses, type Status } from './status.ts';

export const listSorts = ['service', 'status', 'level', 'due'] as const;

/** What the list of assessments is narrowed to, its order, and the place after which a page goes on. */
export type ListFilter = {
	status?: Status | undefined;
	cycleId?: string | undefined;
	sort: (typeof listSorts)[number];
	order: 'ascending' | 'descending';
	after?: string | undefined;
};

const statusAsked = v.fallback(v.optional(v.picklist(statuses)), undefined);

/** The filter of the list of assessments as its address says it; what it cannot hold is left out. */
export const listFilterOf = (query: URLSearchParams): ListFilter => ({
	status: v.parse(statusAsked, query.get('status') ?? undefined),
	cycleId: query.get('cycle') || undefined,
	sort: listSorts.find((known) => known === query.get('sort')) ?? 'service',
	order: query.get('order') === 'descending' ? 'descending' : 'ascending',
	after: query.get('after') ?? undefined
});

/** The address of the list, or of another page of it, with another filter; without what goes without saying. */
export function listAddress(
	{ status, cycleId, sort, order, after }: ListFilter,
	path = '/assessments',
	more: Record<string, string> = {}
): string {
	const said = { status, cycle: cycleId, sort: sort === 'service' ? '' : sort, order: order === 'ascending' ? '' : order, after, ...more };
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(said)) if (value) query.set(name, value);
	return query.size ? `${path}?${query}` : path;
}
