import { isDay } from '#lib/domain/calendar/dates.ts';
import type { AuditQuery } from './listing.server.ts';

const number = (text: string | null) => (text && /^\d{1,15}$/.test(text) ? Number(text) : undefined);

/** A date as people write it, 21/11/2026, or as addresses keep it, 2026-11-21. */
function dayIn(text: string | null): string | undefined {
	const [, day = '', month = '', year = ''] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text?.trim() ?? '') ?? [];
	const plain = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : (text?.trim() ?? '');
	return isDay(plain) ? plain : undefined;
}

/** The dates in an address that could not be understood, as they were typed. */
export const unreadDays = (params: URLSearchParams): string[] =>
	[params.get('from'), params.get('to')].flatMap((text) => (text?.trim() && !dayIn(text) ? [text.trim().slice(0, 40)] : []));

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
