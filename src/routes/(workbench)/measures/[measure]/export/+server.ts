import { measureByKey, measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { valuesTable } from '#lib/domain/measures/values-table.server.ts';
import { whoseAsked } from '#lib/domain/measures/whose-values.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const sight = measuresInSight(db, person);
	const measure = measureByKey(db, event.params.measure);
	const query = event.url.searchParams;
	const format = query.get('format');
	const { place } = whoseAsked(db, sight, query);
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, valuesTable(db, sight, measure, place), format);
};
