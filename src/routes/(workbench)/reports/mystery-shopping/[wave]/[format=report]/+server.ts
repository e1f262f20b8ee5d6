import { error } from '@sveltejs/kit';
import { resultsSeen } from '#lib/domain/mystery-shopping/results.server.ts';
import { whyNoTable } from '#lib/reports/mystery-shopping/wave-report.server.ts';
import { answerWithFile } from '#lib/reports/answering-with-file.ts';
import { signedIn } from '#lib/server/guard.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const { wave } = resultsSeen(db, person, event.params.wave);
	const { format } = event.params;
	const table = event.url.searchParams.get('table');
	const withheld = whyNoTable(db, person, wave.id, table);
	if (withheld) error(403, withheld);
	const wanted = { report: 'mystery shopping' as const, id: wave.id, person, format, table, today };
	return answerWithFile(await inWorker(db, 'make a report', wanted));
};
