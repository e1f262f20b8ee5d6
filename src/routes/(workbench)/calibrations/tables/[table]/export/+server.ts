import { raterTableSeen } from '#lib/domain/calibration/finding.server.ts';
import { ratingsOf } from '#lib/domain/calibration/rater-tables.server.ts';
import { ratingsTable } from '#lib/domain/calibration/ratings-table.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const table = raterTableSeen(db, person, event.params.table);
	const format = event.url.searchParams.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, ratingsTable(table.title, ratingsOf(db, table.id)), format);
};
