import { pagesSeen } from '#lib/domain/complaints/pages-seen.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { feedbackCasesImport } from '#lib/exchange/kinds/feedback-cases.server.ts';
import { templateOf } from '#lib/exchange/template.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { format } = event.params;
	if (!pagesSeen(person).cases || !isExportFormat(format)) notFound();
	return answerWithTable(event, templateOf(feedbackCasesImport), format);
};
