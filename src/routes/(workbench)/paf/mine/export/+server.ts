import { ownResultsToExport, resultFilters } from '#lib/domain/paf/listing.server.ts';
import { resultsTable } from '#lib/domain/paf/results-table.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	mustHave(person, 'isAdvisor');
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, resultsTable(ownResultsToExport(event.locals.db, person, resultFilters(query))), format);
};
