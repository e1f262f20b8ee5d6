import { scoreFiltersIn } from '#lib/domain/paf/list-filters.ts';
import { toScoreTable } from '#lib/domain/paf/to-score-listing.server.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	mustHave(person, 'scores');
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, toScoreTable(event.locals.db, person, scoreFiltersIn(query)), format);
};
