import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = allowed(event, 'see council report');
	const { db, today } = event.locals;
	const { format } = event.params;
	const wanted = { report: 'annual' as const, id: null, person, format, table: event.url.searchParams.get('table'), today };
	return answerWithFile(await inWorker(db, 'make a report', wanted));
};
