import { measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { lastEnded } from '#lib/domain/measures/period.ts';
import { valueFiltersIn } from '#lib/domain/measures/values-filters.ts';
import { listedValuesTable } from '#lib/domain/measures/values-listing.server.ts';
import { whoseAsked } from '#lib/domain/measures/whose-values.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const sight = measuresInSight(db, person);
	const query = event.url.searchParams;
	const format = query.get('format');
	const { team } = whoseAsked(db, sight, query);
	if (!isExportFormat(format)) notFound();
	const last = lastEnded(today);
	return answerWithTable(event, listedValuesTable(db, sight, { ...valueFiltersIn(query, last), team }, last), format);
};
