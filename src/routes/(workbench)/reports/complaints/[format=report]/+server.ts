import { servicesWhere } from '#lib/domain/access/can.ts';
import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { monthToReport } from '#lib/reports/complaints/months.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = signedIn(event);
	if (!servicesWhere(person, 'see feedback report').length) notFound();
	const { db, today } = event.locals;
	const query = event.url.searchParams;
	const { format } = event.params;
	const id = monthToReport(query.get('month'), today);
	return answerWithFile(
		await inWorker(db, 'make a report', { report: 'complaints' as const, id, person, format, table: query.get('table'), today })
	);
};
