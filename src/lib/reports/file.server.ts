import type { Database } from '#lib/server/database.ts';
import type { TableForExport } from '#lib/exchange/table-for-export.ts';
import { writeCsv } from '#lib/exchange/writing-csv.ts';
import { writeXlsx } from '#lib/exchange/writing-xlsx.ts';
import { tablesOf, type Report, type ReportTable } from './description.ts';
import type { ReportFormat } from './formats.ts';
import { asJson } from './json.ts';
import { logoAddress } from './logo.server.ts';
import { drawPdf } from './pdf/drawing.server.ts';

export type ReportFile = { name: string; type: string; bytes: Uint8Array };

const types: Record<ReportFormat, string> = {
	pdf: 'application/pdf',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8; header=present',
	json: 'application/json'
};

const exported = (report: Report, { caption, columns, rows }: ReportTable): TableForExport => ({
	name: report.name,
	sheet: caption,
	columns,
	rows
});

const text = (words: string) => new TextEncoder().encode(words);

/**
 * A report to take away: a PDF, a workbook with a sheet for each table, one table as CSV (the one named, else the
 * first; null where there is none of that name), or everything as JSON. Up to some seconds' work: for the worker.
 */
export async function fileOf(
	db: Database,
	report: Report,
	{ format, table, today }: { format: ReportFormat; table?: string | null | undefined; today: string }
): Promise<ReportFile | null> {
	const tables = tablesOf(report);
	const chosen = table ? tables.find(({ id }) => id === table) : tables[0];
	if (format === 'csv' && !chosen) return null;
	const name = format === 'csv' && chosen ? `${report.name} ${chosen.caption}` : report.name;
	const bytes =
		format === 'pdf'
			? await drawPdf(report, logoAddress(db))
			: format === 'xlsx'
				? await writeXlsx(tables.map((one) => exported(report, one)))
				: format === 'csv' && chosen
					? text([...writeCsv(exported(report, chosen))].join(''))
					: text(JSON.stringify(asJson(report), null, '\t'));
	return { name: `${name} ${today}.${format}`, type: types[format], bytes };
}
