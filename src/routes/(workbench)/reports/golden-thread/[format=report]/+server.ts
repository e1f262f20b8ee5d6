import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { threadScope } from '#lib/reports/golden-thread/scope.server.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const query = event.url.searchParams;
	const { id } = threadScope(db, person, query.get('of') ?? '');
	const { format } = event.params;
	const wanted = { report: 'golden thread' as const, id, person, format, table: query.get('table'), today };
	return answerWithFile(await inWorker(db, 'make a report', wanted));
};
