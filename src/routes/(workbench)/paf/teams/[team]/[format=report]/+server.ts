import { teamSummarised } from '#lib/domain/paf-summaries/summary-seen.server.ts';
import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const { id } = teamSummarised(db, person, event.params.team);
	const { format } = event.params;
	const wanted = { report: 'PAF team' as const, id, person, format, table: event.url.searchParams.get('table'), today };
	return answerWithFile(await inWorker(db, 'make a report', wanted));
};
