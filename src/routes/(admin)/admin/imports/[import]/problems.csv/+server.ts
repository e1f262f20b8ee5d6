import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { importInto } from '#lib/exchange/finding-imports.server.ts';
import { problemsTable } from '#lib/exchange/showing-import.ts';
import { allowed } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	allowed(event, 'administer');
	return answerWithTable(event, problemsTable(importInto(event.locals.db, '', event.params.import)), 'csv');
};
