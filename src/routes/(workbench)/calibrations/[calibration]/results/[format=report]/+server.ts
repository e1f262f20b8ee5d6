import { calibrationRevealed } from '#lib/domain/calibration/finding.server.ts';
import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const { id } = calibrationRevealed(db, person, event.params.calibration);
	const table = event.url.searchParams.get('table');
	const wanted = { report: 'calibration' as const, id, person, format: event.params.format, table, today };
	return answerWithFile(await inWorker(db, 'make a report', wanted));
};
