import { answererSeen } from '#lib/exchange/answerable.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { assessmentSpreadsheet } from '#lib/exchange/assessment-spreadsheet.server.ts';
import { notFound } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const { assessment } = answererSeen(event);
	const { format } = event.params;
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, assessmentSpreadsheet(event.locals.db, assessment), format);
};
