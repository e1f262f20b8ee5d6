import { calibrationFiltersIn } from '#lib/domain/calibration/filters.ts';
import { calibrationsTable } from '#lib/domain/calibration/listing.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, calibrationsTable(event.locals.db, person, calibrationFiltersIn(query)), format);
};
