export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const isExportFormat = (text: string | null | undefined): text is ExportFormat => exportFormats.some((format) => format === text);

export const contentTypes: Record<ExportFormat, string> = {
	csv: 'text/csv; charset=utf-8; header=present',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

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
