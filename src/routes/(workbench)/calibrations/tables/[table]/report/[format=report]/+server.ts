import { raterTableSeen } from '#lib/domain/calibration/finding.server.ts';
import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const { id } = raterTableSeen(db, person, event.params.table);
	const wanted = { report: 'ratings' as const, id, person, format: event.params.format, table: event.url.searchParams.get('table'), today };
	return answerWithFile(await inWorker(db, 'make a report', wanted));
};
