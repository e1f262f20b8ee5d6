import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { comparisonSeen } from '#lib/reports/kept/comparison.server.ts';
import { keptSeen, neighboursOf } from '#lib/reports/kept/finding.server.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const { kept: number, format } = event.params;
	const kept = keptSeen(db, person, number);
	const against = event.url.searchParams.get('with') ?? String(neighboursOf(db, kept).before ?? notFound());
	comparisonSeen(db, person, kept, against);
	const wanted = { number, against, person, format, table: event.url.searchParams.get('table') };
	return answerWithFile(await inWorker(db, 'make a file of a kept report', wanted));
};
