import { measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { monthFiltersIn } from '#lib/domain/measures/month-filters.ts';
import { monthsTable } from '#lib/domain/measures/months.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const sight = measuresInSight(db, person);
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, monthsTable(db, sight.releasedOnly, monthFiltersIn(query), today), format);
};
