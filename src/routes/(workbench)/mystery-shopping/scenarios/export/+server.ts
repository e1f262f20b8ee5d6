import { scenarioFiltersIn } from '#lib/domain/mystery-shopping/filters.ts';
import { scenariosTable } from '#lib/domain/mystery-shopping/visits-table.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	allowed(event, 'run shopping');
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, scenariosTable(event.locals.db, scenarioFiltersIn(query)), format);
};
