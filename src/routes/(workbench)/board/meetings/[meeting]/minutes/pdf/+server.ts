import { meetingSeen } from '#lib/domain/board/finding.server.ts';
import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const { id, state } = meetingSeen(db, person, event.params.meeting);
	if (state === 'cancelled') notFound();
	return answerWithFile(await inWorker(db, 'make a report', { report: 'minutes', id, person, format: 'pdf', today }));
};
