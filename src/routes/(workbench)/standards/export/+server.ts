import { channels } from '#lib/domain/journeys/channels.ts';
import { standardsTable } from '#lib/domain/standards/listing.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { mustSeeScorecards } from '#lib/domain/scorecards/sight.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	mustSeeScorecards(person);
	const query = event.url.searchParams;
	const format = query.get('format');
	if (!isExportFormat(format)) notFound();
	const channel = channels.find((one) => one === query.get('channel')) ?? '';
	return answerWithTable(event, standardsTable(event.locals.db, channel), format);
};
