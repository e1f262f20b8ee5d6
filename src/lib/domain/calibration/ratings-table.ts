/** Ratings to take away in the form in which they are brought in, so that a file goes out and comes back the same. */
export const ratingsTable = (title: string, rows: readonly { subject: string; rater: string; question: string; value: string }[]) => ({
	name: `Ratings ${title}`,
	sheet: 'Ratings',
	columns: [
		{ key: 'subject', label: 'Subject', kind: 'text' as const, width: 30 },
		{ key: 'rater', label: 'Rater', kind: 'text' as const, width: 24 },
		{ key: 'question', label: 'Question', kind: 'text' as const, width: 40 },
		{ key: 'value', label: 'Value', kind: 'text' as const }
	],
	rows
});
