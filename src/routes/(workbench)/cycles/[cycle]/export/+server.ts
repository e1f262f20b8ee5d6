import { error } from '@sveltejs/kit';
import { boardFilterOf } from '#lib/domain/cycles/board-filter.ts';
import { cycleSeen } from '#lib/domain/cycles/finding.server.ts';
import { progressTable } from '#lib/domain/cycles/progress-table.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { allowed } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	allowed(event, 'see cycles');
	const { db, today } = event.locals;
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) error(404, 'Page not found');
	const cycle = cycleSeen(db, event.params.cycle);
	return answerWithTable(event, progressTable(db, cycle, boardFilterOf(query), today), format);
};
