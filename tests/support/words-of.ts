import { unpackWorkbook } from '#lib/exchange/unpacking-workbook.ts';
import { readPdf } from './pdf-text.ts';

/** Every word an answer carries: a page and data as they are, a PDF by its text, a workbook by all parts of it, hidden ones too. */
export async function wordsOf(response: Response): Promise<string> {
	const type = response.headers.get('content-type') ?? '';
	const bytes = Buffer.from(await response.arrayBuffer());
	if (type.includes('pdf')) return readPdf(bytes).text;
	if (!type.includes('spreadsheetml')) return bytes.toString('utf8');
	const unpacked = await unpackWorkbook(bytes);
	if (!unpacked.ok) throw new Error(unpacked.text);
	return [...unpacked.parts.values()].map((part) => part.toString('utf8')).join('\n');
}
