const longest = 120;

/**
 * The name of an uploaded file, fit to be kept: without folders, control and invisible characters, or what a file
 * system or a page could read as something else. Never empty, never over 120 characters, and the ending stays.
 */
export function cleanFileName(raw: string): string {
	const last =
		raw
			.normalize('NFC')
			.split(/[/\\]/)
			.findLast((part) => part.trim() !== '') ?? '';
	const clean = last
		.replaceAll(/\s+/g, ' ')
		.replaceAll(/[<>:"|?*\p{C}]/gu, '')
		.replaceAll(/^[. ]+|[. ]+$/g, '');
	if (clean === '') return 'file';
	if (clean.length <= longest) return clean;
	const ending = endingOf(clean);
	const end = ending === '' ? '' : `.${ending}`;
	return clean.slice(0, longest - end.length).trimEnd() + end;
}

/** The ending of a file name in small letters, without its dot: 'pdf'. Empty where there is none. */
export const endingOf = (name: string): string => /[^.]\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
