import { writeXlsx } from '#lib/exchange/writing-xlsx.ts';
import { drawPage } from '#lib/reports/pdf/drawing.server.ts';

/** Makes a real small file of some lines: a page of PDF, a workbook or a CSV (cells parted by ;), or a text. */
export async function fileFrom({ name, lines }: { name: string; lines: string[] }): Promise<Uint8Array> {
	const ending = name.split('.').at(-1);
	if (ending === 'pdf') return drawPage(lines);
	if (ending === 'xlsx') return workbookFrom(name, lines);
	const text = ending === 'csv' ? lines.map((line) => line.replaceAll(';', ',')).join('\r\n') : lines.join('\n');
	return new TextEncoder().encode(`${text}\n`);
}

function workbookFrom(name: string, lines: string[]): Promise<Uint8Array> {
	const [head = [], ...rows] = lines.map((line) => line.split(';').map((cell) => cell.trim()));
	const columns = head.map((label, i) => ({ key: String(i), label, kind: 'text' as const }));
	return writeXlsx([
		{ name, sheet: 'Figures', columns, rows: rows.map((cells) => Object.fromEntries(cells.map((cell, i) => [String(i), cell]))) }
	]);
}
