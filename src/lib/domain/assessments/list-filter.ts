import * as v from 'valibot';
import { statuses } from './status.ts';

const statusAsked = v.fallback(v.optional(v.picklist(statuses)), undefined);

/** The filter of the list of assessments as its address says it; what it cannot hold is left out. */
export const listFilterOf = (query: URLSearchParams) => ({
	status: v.parse(statusAsked, query.get('status') ?? undefined),
	cycleId: query.get('cycle') || undefined,
	after: query.get('after') ?? undefined
});
