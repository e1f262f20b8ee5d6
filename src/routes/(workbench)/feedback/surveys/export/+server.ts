import { pagesSeen } from '#lib/domain/complaints/pages-seen.ts';
import { surveyFiltersIn, surveysTable } from '#lib/domain/surveys/listing.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!pagesSeen(person).figures || !isExportFormat(format)) notFound();
	return answerWithTable(event, surveysTable(db, person, surveyFiltersIn(query), today), format);
};
