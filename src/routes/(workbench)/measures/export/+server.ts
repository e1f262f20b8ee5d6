import { filtersIn } from '#lib/domain/measures/filters.ts';
import { measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { measuresTable } from '#lib/domain/measures/measures-table.server.ts';
import { whoseAsked } from '#lib/domain/measures/whose-values.server.ts';
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
	const filters = { ...filtersIn(query), team: whoseAsked(db, sight, query).team };
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, measuresTable(db, sight, filters, today), format);
};
