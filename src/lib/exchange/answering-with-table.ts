import type { RequestEvent } from '@sveltejs/kit';
import type { TableForExport } from './table-for-export.ts';
import { writeCsv } from './writing-csv.ts';
import { writeXlsx } from './writing-xlsx.ts';

export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const isExportFormat = (text: string | null | undefined): text is ExportFormat => exportFormats.some((format) => format === text);

const contentTypes: Record<ExportFormat, string> = {
	csv: 'text/csv; charset=utf-8; header=present',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/**
 * The answer of an export's endpoint: a download of the table, named after it and the day. The guard has been before.
 * Several tables are one workbook; as CSV only the first is sent, row by row as it is read.
 */
export async function answerWithTable(
	event: Pick<RequestEvent, 'locals'>,
	table: TableForExport | readonly [TableForExport, ...TableForExport[]],
	format: ExportFormat
): Promise<Response> {
	const tables = Array.isArray(table) ? (table as readonly [TableForExport, ...TableForExport[]]) : ([table as TableForExport] as const);
	const body = format === 'csv' ? streamed(writeCsv(tables[0])) : new Uint8Array(await writeXlsx(tables));
	return new Response(body, { headers: attachment(`${tables[0].name} ${event.locals.today}.${format}`, contentTypes[format]) });
}

/** Headers of a file to be kept, never shown or run in the page. RFC 6266: plain letters, and the real name beside. */
export function attachment(name: string, contentType: string): Record<string, string> {
	const clean = name.replaceAll(/[/\\:*?"<>|\p{Cc}\s]+/gu, ' ').trim();
	const ascii = clean.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["%]/g, '_');
	return {
		'content-type': contentType,
		'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(clean).replaceAll(/['()*]/g, hex)}`,
		'x-content-type-options': 'nosniff',
		'cache-control': 'no-store'
	};
}

const hex = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

/** Sends pieces of text as they are asked for, so that a long table never stands whole in memory. */
function streamed(pieces: Generator<string>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	return new ReadableStream<Uint8Array>({
		pull(controller) {
			const { value, done } = pieces.next();
			if (done) controller.close();
			else controller.enqueue(encoder.encode(value));
		},
		cancel() {
			pieces.return(undefined);
		}
	});
}
