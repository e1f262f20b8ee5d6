import { advisorsTable, staffFiltersIn } from '#lib/domain/paf-sheets/staff-listing.server.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	mustHave(person, 'leads');
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, advisorsTable(event.locals.db, person, staffFiltersIn(query)), format);
};
