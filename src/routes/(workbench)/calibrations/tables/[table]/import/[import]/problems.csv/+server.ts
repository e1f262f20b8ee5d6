import { raterTableSeen } from '#lib/domain/calibration/finding.server.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { importInto } from '#lib/exchange/finding-imports.server.ts';
import { problemsTable } from '#lib/exchange/showing-import.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const table = raterTableSeen(event.locals.db, person, event.params.table);
	return answerWithTable(event, problemsTable(importInto(event.locals.db, table.id, event.params.import)), 'csv');
};
