import { glanceFiltersIn, glanceText } from '#lib/domain/glance/filters.ts';
import { glanceSeen } from '#lib/domain/glance/seen.server.ts';
import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const query = event.url.searchParams;
	const { filters } = glanceSeen(db, person, glanceFiltersIn(query));
	const { format } = event.params;
	const wanted = { report: 'performance' as const, id: glanceText(filters), person, format, table: query.get('table'), today };
	return answerWithFile(await inWorker(db, 'make a report', wanted));
};
