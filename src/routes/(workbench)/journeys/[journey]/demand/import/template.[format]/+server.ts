import { journeyToReview } from '#lib/domain/journeys/finding.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { contactsImport } from '#lib/exchange/kinds/contacts.server.ts';
import { templateOf } from '#lib/exchange/template.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	journeyToReview(event.locals.db, person, event.params.journey);
	const { format } = event.params;
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, templateOf(contactsImport), format);
};
