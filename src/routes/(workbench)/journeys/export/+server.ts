import { filtersIn } from '#lib/domain/journeys/filters.ts';
import { journeysTable } from '#lib/domain/journeys/journeys-table.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, journeysTable(event.locals.db, person, filtersIn(query)), format);
};
