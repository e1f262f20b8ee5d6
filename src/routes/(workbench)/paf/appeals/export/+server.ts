import { appealsTable } from '#lib/domain/paf/appeals-listing.server.ts';
import { appealFiltersIn } from '#lib/domain/paf/list-filters.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	mustHave(person, 'scores', 'leads');
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, appealsTable(event.locals.db, person, appealFiltersIn(query)), format);
};
