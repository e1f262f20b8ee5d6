import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { reportableAssessmentSeen } from '#lib/reports/finding.server.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const { id } = reportableAssessmentSeen(db, person, event.params.assessment);
	const wanted = { report: 'service' as const, id, person, format: event.params.format, table: event.url.searchParams.get('table'), today };
	return answerWithFile(await inWorker(db, 'make a report', wanted));
};
