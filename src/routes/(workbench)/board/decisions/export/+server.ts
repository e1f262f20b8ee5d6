import { logFiltersIn } from '#lib/domain/board/log-filters.ts';
import { logTable } from '#lib/domain/board/log-table.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	allowed(event, 'see board');
	const { db, today } = event.locals;
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, logTable(db, logFiltersIn(query), today), format);
};
