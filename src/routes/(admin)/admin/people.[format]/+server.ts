import { everyPerson } from '#lib/domain/access/people-listing.server.ts';
import { peopleQueryIn } from '#lib/domain/access/people-words.ts';
import { peopleTable } from '#lib/exchange/people-table.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	allowed(event, 'administer');
	const { format } = event.params;
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, peopleTable(everyPerson(event.locals.db, peopleQueryIn(event.url.searchParams))), format);
};
