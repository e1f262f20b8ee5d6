import { outlineAskedIn } from '#lib/domain/golden-thread/outline-asked.ts';
import { threadYaml } from '#lib/domain/golden-thread/writing-file.server.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { attachment, isExportFormat } from '#lib/exchange/download.ts';
import { threadTable } from '#lib/exchange/thread-table.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	allowed(event, 'see thread');
	const { db } = event.locals;
	const query = event.url.searchParams;
	const filters = outlineAskedIn(query);
	const format = query.get('format');
	if (format === 'yaml') {
		const name = `Golden thread of ${councilOf(db)?.name ?? 'the council'}`;
		return new Response(threadYaml(db, filters, name), { headers: attachment('Golden thread.yaml', 'application/yaml; charset=utf-8') });
	}
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, threadTable(db, filters), format);
};
