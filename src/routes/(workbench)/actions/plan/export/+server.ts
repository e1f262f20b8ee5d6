import { planTable } from '#lib/domain/actions/actions-table.server.ts';
import { plansSeen } from '#lib/domain/actions/planning.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const format = event.url.searchParams.get('format');
	const wanted = event.url.searchParams.get('service');
	const service = wanted ? (plansSeen(db, person).services.find(({ id }) => id === wanted) ?? notFound()) : null;
	if (format === 'pdf')
		return answerWithFile(await inWorker(db, 'make a report', { report: 'plan', id: service?.id ?? null, person, format, today }));
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, planTable(db, person, service, today), format);
};
