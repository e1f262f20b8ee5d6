import type { RequestEvent } from '@sveltejs/kit';
import { attachment, contentTypes, type ExportFormat } from '#lib/exchange/download.ts';
import { valueIn, type TableForExport } from '#lib/exchange/table-for-export.ts';
import { writeCsv } from '#lib/exchange/writing-csv.ts';
import { inWorker } from './in-worker.server.ts';

type Tables = readonly [TableForExport, ...TableForExport[]];

/**
 * The answer of an export's endpoint: a download of the table, named after it and the day. The guard has been before.
 * Several tables are one workbook, which the worker writes: a thousand rows take it a tenth of a second. As CSV only the
 * first is sent, row by row as it is read.
 */
export async function answerWithTable(
	event: Pick<RequestEvent, 'locals'>,
	table: TableForExport | Tables,
	format: ExportFormat
): Promise<Response> {
	const { db, today } = event.locals;
	const tables = Array.isArray(table) ? (table as Tables) : ([table as TableForExport] as const);
	const headers = attachment(`${tables[0].name} ${today}.${format}`, contentTypes[format]);
	if (format === 'csv') return new Response(streamed(writeCsv(tables[0])), { headers });
	const read: TableForExport[] = [];
	for (const one of tables) read.push({ ...one, rows: await readRows(one) });
	const workbook = await inWorker(db, 'write a workbook', read);
	return new Response(new Uint8Array(workbook), { headers });
}

const rowsAtOnce = 200;
const turnOfOthers = () => new Promise((resolve) => setImmediate(resolve));

/** A table's rows as plain values, some hundreds at a time, so that nobody waits while a long one is read. */
async function readRows({ columns, rows }: TableForExport): Promise<Record<string, unknown>[]> {
	const read: Record<string, unknown>[] = [];
	for (const row of rows) {
		read.push(Object.fromEntries(columns.map((column) => [column.key, valueIn(row, column)])));
		if (read.length % rowsAtOnce === 0) await turnOfOthers();
	}
	return read;
}

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
