/** Text whose dates hold together at the end of a line: '25 July 2026' goes to the next one whole. */
export const wholeDates = (text: string): string =>
	text.replaceAll(/(?<!\d)(\d{1,2}) (\p{Lu}\p{L}{2,8}) (\d{4})(?!\d)/gu, '$1\u00a0$2\u00a0$3');
