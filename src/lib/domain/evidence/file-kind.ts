type Kind = {
	/** As people call it. */
	name: string;
	/** What `sniff` says of a real one. */
	looksLike: readonly string[];
	/** The content type it is sent with. */
	type: string;
};

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';
const kind = (name: string, type: string, ...looksLike: string[]): Kind => ({ name, type, looksLike });

/**
 * Every kind of file that can be kept, by ending. An administrator chooses among these; what a browser might run (web
 * pages, SVG, scripts, documents with macros) is not here and so can never be chosen.
 */
export const fileKinds: Readonly<Record<string, Kind>> = {
	pdf: kind('PDF', 'application/pdf', 'pdf'),
	docx: kind('Word document', `${openXml}.wordprocessingml.document`, 'docx'),
	xlsx: kind('Excel workbook', `${openXml}.spreadsheetml.sheet`, 'xlsx'),
	pptx: kind('PowerPoint presentation', `${openXml}.presentationml.presentation`, 'pptx'),
	odt: kind('OpenDocument text', `${openDocument}.text`, 'odt'),
	ods: kind('OpenDocument spreadsheet', `${openDocument}.spreadsheet`, 'ods'),
	odp: kind('OpenDocument presentation', `${openDocument}.presentation`, 'odp'),
	doc: kind('Word 97 document', 'application/msword', 'cfb'),
	xls: kind('Excel 97 workbook', 'application/vnd.ms-excel', 'cfb'),
	ppt: kind('PowerPoint 97 presentation', 'application/vnd.ms-powerpoint', 'cfb'),
	msg: kind('Outlook message', 'application/vnd.ms-outlook', 'cfb'),
	rtf: kind('Rich text', 'application/rtf', 'rtf'),
	csv: kind('CSV table', 'text/csv', 'text'),
	txt: kind('Plain text', 'text/plain', 'text'),
	eml: kind('Email', 'message/rfc822', 'text'),
	png: kind('PNG picture', 'image/png', 'png'),
	jpg: kind('JPEG picture', 'image/jpeg', 'jpg'),
	jpeg: kind('JPEG picture', 'image/jpeg', 'jpg'),
	gif: kind('GIF picture', 'image/gif', 'gif'),
	webp: kind('WebP picture', 'image/webp', 'webp'),
	heic: kind('HEIC picture', 'image/heic', 'heic'),
	tif: kind('TIFF picture', 'image/tiff', 'tif'),
	mp3: kind('MP3 recording', 'audio/mpeg', 'mp3'),
	wav: kind('WAV recording', 'audio/wav', 'wav'),
	mp4: kind('MP4 film', 'video/mp4', 'mp4', 'm4v'),
	zip: kind('ZIP archive', 'application/zip', 'zip')
};

const otherNames: Record<string, string> = {
	text: 'plain text',
	markup: 'a web page or other markup',
	script: 'a script',
	exe: 'a program',
	elf: 'a program',
	cfb: 'an older Office document',
	docm: 'a Word document with macros',
	xlsm: 'an Excel workbook with macros',
	pptm: 'a PowerPoint presentation with macros',
	unknown: 'something we do not know'
};

/** What a file looks like, in words for the middle of a sentence: 'a PDF', 'a Word document with macros'. */
export function inWords(looksLike: string): string {
	const known = Object.values(fileKinds).find((kind) => kind.looksLike.includes(looksLike) && !otherNames[looksLike]);
	const other = otherNames[looksLike] ?? `${looksLike.toUpperCase()} data`;
	return known ? `${/^[AEIO]/.test(known.name) ? 'an' : 'a'} ${known.name}` : other;
}

/** The kinds that may be uploaded, in words: 'PDF, DOCX or XLSX'. */
export function listEndings(endings: readonly string[]): string {
	const shown = endings.map((ending) => ending.toUpperCase());
	return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}

/** Why a file of this ending may not come in at all, or null. `allowed` are the council's endings. */
export function endingRefused(name: string, ending: string, allowed: readonly string[]): string | null {
	if (fileKinds[ending] && allowed.includes(ending)) return null;
	const kinds = listEndings(allowed.filter((ending) => fileKinds[ending]));
	return `The file ${name} must be ${kinds}${ending ? `, not ${ending.toUpperCase()}` : ': its name has no ending'}`;
}

/** Why the content does not fit the ending, or null where it does. */
export function contentRefused(name: string, ending: string, looksLike: string): string | null {
	const kind = fileKinds[ending];
	if (kind?.looksLike.includes(looksLike)) return null;
	return `The file ${name} is called ${ending.toUpperCase()} but looks like ${inWords(looksLike)}. Open it, save it again as ${ending.toUpperCase()}, and choose that file`;
}
