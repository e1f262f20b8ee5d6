import { auditQueryIn } from '#lib/domain/audit/audit-address.ts';
import { everyLine } from '#lib/domain/audit/listing.server.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { auditTable } from '#lib/exchange/audit-table.ts';
import { allowed } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	allowed(event, 'administer');
	const query = auditQueryIn(event.url.searchParams);
	return answerWithTable(event, auditTable(everyLine(event.locals.db, query)), 'csv');
};
