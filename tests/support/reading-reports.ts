import type { Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { parse } from 'csv-parse/sync';
import { readPdf } from './pdf-text.ts';
import { takeAway } from './walking.ts';

type Rows = string[][];
/** On one line; a dash, which is how the page shows that there is nothing, is nothing. */
const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim().replace(/^–$/, '');
const inLines = (rows: unknown[][]): Rows =>
	rows.map((row) => row.map((cell) => inOneLine(cell instanceof Date ? dayIn(cell) : String(cell ?? ''))));
/** A day as the page writes it and as a workbook holds it, in the way of the CSV and the JSON: YYYY-MM-DD. */
const dayIn = (cell: Date) => cell.toISOString().slice(0, 10);
const withPlainDays = (rows: Rows) =>
	rows.map((row) => row.map((cell) => (/^\d{1,2} [A-Z][a-z]{2,3} \d{4}$/.test(cell) ? dayIn(new Date(`${cell} UTC`)) : cell)));

/** A table of the page as text, its head first. */
async function tableOnPage(page: Page, caption: string): Promise<Rows> {
	const table = page.getByRole('table', { name: new RegExp(`^${caption}`) });
	return inLines(
		await table
			.locator('tr')
			.evaluateAll((rows: HTMLTableRowElement[]) => rows.map((row) => [...row.cells].map((cell) => cell.textContent ?? '')))
	);
}

type Block = { kind: string; caption?: string; columns?: { key: string; label: string }[]; rows?: Record<string, unknown>[] };
type Json = { title: string; lead: string; sections: { title: string; blocks: Block[] }[] };

/** A table of the JSON as text, its head first. */
function tableInJson({ sections }: Json, caption: string): Rows {
	const block = sections.flatMap(({ blocks }) => blocks).find((one) => one.kind === 'table' && one.caption === caption);
	const columns = block?.columns ?? [];
	return inLines([columns.map(({ label }) => label), ...(block?.rows ?? []).map((row) => columns.map(({ key }) => row[key]))]);
}

/**
 * The report a page shows, as the page and each of its files have it. `tables`: for each caption the rows on the page, in
 * the JSON, the workbook and the CSV; `ids` are what the CSV is asked for by.
 */
export async function readReport(page: Page, ids: Record<string, string>) {
	const address = new URL(page.url()).pathname;
	const of = async (format: string) =>
		takeAway(page, await page.getByRole('link', { name: new RegExp(`^${format}`) }).getAttribute('href'));
	const json = JSON.parse((await of('JSON')).toString()) as Json;
	const sheets = await readXlsxFile(await of('Spreadsheet'));
	const pdf = await of('PDF');
	const tables = Object.entries(ids).map(async ([caption, id]) => {
		const csv = (await takeAway(page, `${address}/csv?table=${id}`)).toString();
		return {
			page: withPlainDays(await tableOnPage(page, caption)),
			json: tableInJson(json, caption),
			xlsx: inLines(sheets.find(({ sheet }) => sheet === caption)?.data ?? []),
			csv: inLines(parse(csv, { bom: true, relax_column_count: true }))
		};
	});
	return { tables: await Promise.all(tables), title: inOneLine(json.title), begins: pdf.subarray(0, 5).toString(), pdf: readPdf(pdf) };
}
