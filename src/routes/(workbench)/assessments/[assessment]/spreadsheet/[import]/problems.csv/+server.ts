import { answererSeen } from '#lib/exchange/answerable.server.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { importInto } from '#lib/exchange/finding-imports.server.ts';
import { problemsTable } from '#lib/exchange/showing-import.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const { assessment } = answererSeen(event);
	return answerWithTable(event, problemsTable(importInto(event.locals.db, assessment.id, event.params.import)), 'csv');
};
