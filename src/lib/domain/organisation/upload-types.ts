/** The kinds of file a council can allow. None of them runs by itself; each is recognised by its content. */
export const uploadTypes = [
	{ ending: 'pdf', name: 'PDF' },
	{ ending: 'docx', name: 'Word document' },
	{ ending: 'xlsx', name: 'Excel workbook' },
	{ ending: 'pptx', name: 'PowerPoint presentation' },
	{ ending: 'odt', name: 'OpenDocument text' },
	{ ending: 'ods', name: 'OpenDocument spreadsheet' },
	{ ending: 'odp', name: 'OpenDocument presentation' },
	{ ending: 'csv', name: 'CSV table' },
	{ ending: 'txt', name: 'Plain text' },
	{ ending: 'png', name: 'PNG picture' },
	{ ending: 'jpg', name: 'JPEG picture' },
	{ ending: 'eml', name: 'Email message' },
	{ ending: 'msg', name: 'Outlook message' }
] as const;

export const uploadEndings = uploadTypes.map(({ ending }) => ending);
