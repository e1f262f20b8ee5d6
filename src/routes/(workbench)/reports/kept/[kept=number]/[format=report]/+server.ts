import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { keptSeen } from '#lib/reports/kept/finding.server.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const { kept: number, format } = event.params;
	keptSeen(db, person, number);
	const wanted = { number, against: null, person, format, table: event.url.searchParams.get('table') };
	return answerWithFile(await inWorker(db, 'make a file of a kept report', wanted));
};
