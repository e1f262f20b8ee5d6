import { readSpreadsheet } from '#lib/exchange/reading.ts';
import { writeXlsx } from '#lib/exchange/writing-xlsx.ts';

/**
 * An assessment's workbook as somebody fills it in offline: `fill` gives the answer and the comment for a criterion's
 * number, or nothing where its row stays as it is.
 */
export async function fillIn(
	workbook: Uint8Array,
	fill: (number: string) => { answer: string; comment: string } | undefined
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
	const read = await readSpreadsheet('answers.xlsx', workbook);
	if (!read.ok) throw new Error(read.text);
	const { columns, rows } = read.sheet;
	const filled = rows.map(({ cells }) => {
		const typed = fill(cells.Number ?? '');
		return typed ? { ...cells, Answer: typed.answer, Comment: typed.comment } : cells;
	});
	const bytes = await writeXlsx([{ name: 'Answers', columns: columns.map((key) => ({ key, label: key, kind: 'text' })), rows: filled }]);
	const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
	return { name: 'answers.xlsx', mimeType, buffer: Buffer.from(bytes) };
}
