import { isExportFormat } from '#lib/exchange/download.ts';
import { threadImport } from '#lib/exchange/kinds/thread.server.ts';
import { templateOf } from '#lib/exchange/template.ts';
import { allowed, mustBeAble, notFound } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = allowed(event, 'see thread');
	mustBeAble(person, 'keep thread', {});
	const { format } = event.params;
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, templateOf(threadImport), format);
};
