import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { cycleToReport } from '#lib/reports/finding.server.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = allowed(event, 'see council report');
	const { db, today } = event.locals;
	const cycle = cycleToReport(db, event.url.searchParams.get('cycle')) ?? notFound();
	const wanted = {
		report: 'council' as const,
		id: cycle.id,
		person,
		format: event.params.format,
		table: event.url.searchParams.get('table'),
		today
	};
	return answerWithFile(await inWorker(db, 'make a report', wanted));
};
