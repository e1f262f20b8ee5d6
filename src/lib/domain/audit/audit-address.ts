import { isDay } from '#lib/domain/calendar/dates.ts';
import type { AuditQuery } from './listing.server.ts';

const number = (text: string | null) => (text && /^\d{1,15}$/.test(text) ? Number(text) : undefined);
const dayIn = (text: string | null) => (text && isDay(text) ? text : undefined);

/** The list's question as its address asks it; what cannot be understood is left out. */
export function auditQueryIn(params: URLSearchParams): AuditQuery {
	const text = (name: string) => params.get(name)?.trim().slice(0, 100) || undefined;
	return {
		who: text('who'),
		personId: text('person'),
		thing: text('thing'),
		thingId: text('thingId'),
		from: dayIn(params.get('from')),
		to: dayIn(params.get('to')),
		after: number(params.get('after')),
		before: number(params.get('before'))
	};
}

/** The address of the list with another question. */
export function auditAddress(query: AuditQuery, path = '/admin/audit'): string {
	const params = new URLSearchParams();
	const { personId, ...rest } = query;
	for (const [name, value] of Object.entries({ ...rest, person: personId })) if (value !== undefined) params.set(name, String(value));
	return params.size ? `${path}?${params}` : path;
}
