import { demandSummaryOf } from '#lib/domain/demand/counting.server.ts';
import { summaryTables } from '#lib/domain/demand/summary-table.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	const format = event.url.searchParams.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, summaryTables(journey.number, demandSummaryOf(db, journey.id)), format);
};
