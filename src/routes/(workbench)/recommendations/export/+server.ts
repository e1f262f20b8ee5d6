import { recommendationsTable } from '#lib/domain/findings/exporting.server.ts';
import { recommendationFiltersIn } from '#lib/domain/findings/filters.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, recommendationsTable(event.locals.db, person, recommendationFiltersIn(query)), format);
};
