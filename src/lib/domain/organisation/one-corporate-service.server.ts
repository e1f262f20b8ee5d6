import { and, eq, isNull, ne } from 'drizzle-orm';
import { refused, type Refused } from '#lib/domain/outcome.ts';
import type { Transaction } from '#lib/server/database.ts';
import { services } from './tables.ts';

/** Refuses a second open corporate service: the others inherit the answers agreed for the one. DOMAIN 2.1. */
export function secondCorporate(tx: Transaction, kind: string, id = ''): Refused | null {
	if (kind !== 'corporate') return null;
	const other = tx
		.select({ name: services.name })
		.from(services)
		.where(and(eq(services.kind, 'corporate'), isNull(services.closedOn), ne(services.id, id)))
		.get();
	return other ? refused('second-corporate', `${other.name} is already the corporate service. There can be one`, 'kind') : null;
}
