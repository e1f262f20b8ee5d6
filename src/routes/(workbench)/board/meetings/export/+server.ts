import { meetingFiltersIn } from '#lib/domain/board/meetings-filters.ts';
import { meetingsTable } from '#lib/domain/board/meetings-table.server.ts';
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
	return answerWithTable(event, meetingsTable(db, meetingFiltersIn(query), today), format);
};
