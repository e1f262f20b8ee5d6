import { checksTable } from '#lib/domain/mystery-shopping/checks-listing.server.ts';
import { checkFiltersIn } from '#lib/domain/mystery-shopping/filters.ts';
import { checksVisits } from '#lib/domain/mystery-shopping/finding.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	if (!checksVisits(person)) notFound();
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, checksTable(event.locals.db, person, checkFiltersIn(query)), format);
};
