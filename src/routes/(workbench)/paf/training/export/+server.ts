import { trainingFiltersIn, trainingListed, trainingTable } from '#lib/domain/training/listing.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const query = event.url.searchParams;
	const format = query.get('format');
	mustHave(person, 'leads');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, trainingTable(trainingListed(db, person, trainingFiltersIn(query), today)), format);
};
