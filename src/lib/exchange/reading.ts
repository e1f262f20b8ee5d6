import { fileTypeFromBuffer } from 'file-type';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import { readCsv } from './reading-csv.ts';
import { readXlsx } from './reading-xlsx.ts';
import { mostBytes, type OnProgress, type Sheet } from './sheet.ts';

const wanted = 'Choose an XLSX or CSV file';
const resave = 'Save it as XLSX or CSV and choose that';
/** What people mistake for a spreadsheet, by what the file is and not by its name. */
const called: Record<string, string> = {
	pdf: 'a PDF document',
	docx: 'a Word document',
	pptx: 'a PowerPoint file',
	ods: 'an OpenDocument spreadsheet',
	cfb: 'an older Excel or Office file, such as XLS',
	rtf: 'a rich text document',
	png: 'a picture',
	jpg: 'a picture'
};

/** Reads an uploaded spreadsheet by what it is, whatever its name says. What cannot be read is refused with what to do. */
export async function readSpreadsheet(name: string, bytes: Uint8Array, onProgress?: OnProgress): Promise<Outcome<{ sheet: Sheet }>> {
	if (bytes.length === 0) return refused('empty', 'The file is empty', 'file');
	if (bytes.length > mostBytes) return refused('too-large', 'The file is larger than 5 MB. Split it into smaller files', 'file');
	const type = isUtf16(bytes) ? undefined : await fileTypeFromBuffer(bytes);
	if (type?.ext === 'xlsx' || type?.ext === 'zip') return readXlsx(bytes, onProgress);
	// a head may begin with the same letters as some other kind of file; what is plain text is read as such
	if (type && (Object.hasOwn(called, type.ext) || bytes.includes(0)))
		return refused(
			'wrong-type',
			`The file is ${called[type.ext] ?? `of the type ${type.ext.toUpperCase()}`}. ${/^(ods|cfb)$/.test(type.ext) ? resave : wanted}`,
			'file'
		);
	if (/\.xls[xm]?$/i.test(name))
		return refused('wrong-type', `The name ends like an Excel workbook’s, but the file is not one. ${wanted}`, 'file');
	return readCsv(bytes, onProgress);
}

const isUtf16 = ([first, second]: Uint8Array) => (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
