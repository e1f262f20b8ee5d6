import { planTable } from '#lib/domain/actions/actions-table.server.ts';
import { plansSeen } from '#lib/domain/actions/planning.server.ts';
import { answerWithTable, isExportFormat } from '#lib/exchange/answering-with-table.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const format = event.url.searchParams.get('format');
	const wanted = event.url.searchParams.get('service');
	if (!isExportFormat(format)) notFound();
	const service = wanted ? (plansSeen(db, person).services.find(({ id }) => id === wanted) ?? notFound()) : null;
	return answerWithTable(event, planTable(db, person, service, today), format);
};
