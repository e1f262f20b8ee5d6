import { staffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { isMonth } from '#lib/domain/paf/month.ts';
import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const { id } = staffSeen(db, person, event.params.staff);
	const { sheet: month, format } = event.params;
	if (!isMonth(month)) notFound();
	const wanted = {
		report: 'monthly sheet' as const,
		id: `${id} ${month}`,
		person,
		format,
		table: event.url.searchParams.get('table'),
		today
	};
	return answerWithFile(await inWorker(db, 'make a report', wanted));
};
