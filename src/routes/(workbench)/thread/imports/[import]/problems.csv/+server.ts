import { importInto } from '#lib/exchange/finding-imports.server.ts';
import { intoThread } from '#lib/exchange/kinds/thread.server.ts';
import { problemsTable } from '#lib/exchange/showing-import.ts';
import { allowed, mustBeAble } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = allowed(event, 'see thread');
	mustBeAble(person, 'keep thread', {});
	return answerWithTable(event, problemsTable(importInto(event.locals.db, intoThread, event.params.import)), 'csv');
};
