import { mustEnterValues } from '#lib/domain/measures/whose-values.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { measureValuesImport } from '#lib/exchange/kinds/measure-values.server.ts';
import { templateOf } from '#lib/exchange/template.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	mustEnterValues(event.locals.db, person);
	const { format } = event.params;
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, templateOf(measureValuesImport), format);
};
