import { visitFiltersIn } from '#lib/domain/mystery-shopping/filters.ts';
import { waveToRun } from '#lib/domain/mystery-shopping/finding.server.ts';
import { visitsTable } from '#lib/domain/mystery-shopping/visits-table.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const { wave } = waveToRun(db, person, event.params.wave);
	const format = event.url.searchParams.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, visitsTable(db, wave, visitFiltersIn(event.url.searchParams)), format);
};
