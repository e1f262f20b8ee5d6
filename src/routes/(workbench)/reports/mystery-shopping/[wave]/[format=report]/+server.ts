import { resultsSeen } from '#lib/domain/mystery-shopping/results.server.ts';
import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { signedIn } from '#lib/server/guard.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const { wave } = resultsSeen(db, person, event.params.wave);
	const { format } = event.params;
	const wanted = { report: 'mystery shopping' as const, id: wave.id, person, format, table: event.url.searchParams.get('table'), today };
	return answerWithFile(await inWorker(db, 'make a report', wanted));
};
