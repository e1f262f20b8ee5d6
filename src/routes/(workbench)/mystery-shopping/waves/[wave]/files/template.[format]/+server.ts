import { waveToRun } from '#lib/domain/mystery-shopping/finding.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { agencyVisitsImport } from '#lib/exchange/kinds/agency-visits.server.ts';
import { templateOf } from '#lib/exchange/template.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	waveToRun(event.locals.db, person, event.params.wave);
	const { format } = event.params;
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, templateOf(agencyVisitsImport), format);
};
