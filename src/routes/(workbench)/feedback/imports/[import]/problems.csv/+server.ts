import { ownImports } from '#lib/domain/complaints/sight.server.ts';
import { importInto } from '#lib/exchange/finding-imports.server.ts';
import { problemsTable } from '#lib/exchange/showing-import.ts';
import { signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	return answerWithTable(event, problemsTable(importInto(event.locals.db, ownImports(person), event.params.import)), 'csv');
};
