import { contactsTable } from '#lib/domain/demand/contacts-table.server.ts';
import { filtersIn } from '#lib/domain/demand/filters.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, contactsTable(db, journey, filtersIn(query)), format);
};
