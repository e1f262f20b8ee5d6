import { raterTableSeen } from '#lib/domain/calibration/finding.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { ratingsImport } from '#lib/exchange/kinds/ratings.server.ts';
import { templateOf } from '#lib/exchange/template.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	raterTableSeen(event.locals.db, person, event.params.table);
	const { format } = event.params;
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, templateOf(ratingsImport), format);
};
