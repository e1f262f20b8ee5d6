import { seesCouncilSummary } from '#lib/domain/paf-summaries/summary-seen.server.ts';
import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	if (!seesCouncilSummary(person)) notFound();
	const { format } = event.params;
	const wanted = { report: 'PAF council' as const, id: null, person, format, table: event.url.searchParams.get('table'), today };
	return answerWithFile(await inWorker(db, 'make a report', wanted));
};
