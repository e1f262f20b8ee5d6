import { error } from '@sveltejs/kit';
import { listFilterOf } from '#lib/domain/assessments/list-filter.ts';
import { listingTable } from '#lib/domain/assessments/listing-table.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) error(404, 'Page not found');
	return answerWithTable(event, listingTable(event.locals.db, person, listFilterOf(query)), format);
};
