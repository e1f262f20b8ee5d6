import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { importKindOf, isCouncilImport } from '#lib/exchange/import-kinds.server.ts';
import { templateOf } from '#lib/exchange/template.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	allowed(event, 'administer');
	const { kind, format } = event.params;
	if (!isCouncilImport(kind) || !isExportFormat(format)) notFound();
	return answerWithTable(event, templateOf(importKindOf(kind)), format);
};
