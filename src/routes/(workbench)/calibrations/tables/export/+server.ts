import { mustStart } from '#lib/domain/calibration/finding.server.ts';
import { raterTableFiltersIn } from '#lib/domain/calibration/table-filters.ts';
import { raterTablesTable } from '#lib/domain/calibration/tables-listing.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	mustStart(person);
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, raterTablesTable(event.locals.db, person, raterTableFiltersIn(query)), format);
};
