import { everyPiece } from '#lib/domain/evidence/listing.server.ts';
import { narrowingIn } from '#lib/domain/evidence/narrowing.ts';
import { hasLibrary } from '#lib/domain/evidence/sight.server.ts';
import { evidenceTable } from '#lib/exchange/evidence-table.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const format = event.url.searchParams.get('format');
	if (!hasLibrary(person) || !isExportFormat(format)) notFound();
	const { db, today } = event.locals;
	const rows = everyPiece(db, person, narrowingIn(event.url.searchParams), today);
	return answerWithTable(event, evidenceTable(rows), format);
};
