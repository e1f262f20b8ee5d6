import { attachment } from '#lib/exchange/download.ts';
import { notFound } from '#lib/server/guard.ts';
import type { ReportFile } from './file.server.ts';

/** A report's file as a download; 404 where there is none. */
export function answerWithFile(file: ReportFile | null): Response {
	if (!file) notFound();
	return new Response(new Uint8Array(file.bytes), { headers: attachment(file.name, file.type) });
}
