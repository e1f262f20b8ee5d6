import { isExportFormat } from '#lib/exchange/download.ts';
import { keptFiltersIn } from '#lib/reports/kept/filters.ts';
import { keptTable } from '#lib/reports/kept/listing.server.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, keptTable(event.locals.db, person, keptFiltersIn(query)), format);
};
