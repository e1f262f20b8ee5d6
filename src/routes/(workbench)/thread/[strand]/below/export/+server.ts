import { belowAskedIn } from '#lib/domain/golden-thread/below-kinds.ts';
import { strandSeen } from '#lib/domain/golden-thread/finding.server.ts';
import { belowTable } from '#lib/exchange/below-table.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = allowed(event, 'see thread');
	const { db, today } = event.locals;
	const strand = strandSeen(db, person, event.params.strand);
	const format = event.url.searchParams.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, belowTable(db, person, strand, belowAskedIn(event.url.searchParams), today), format);
};
