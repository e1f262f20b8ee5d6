const shortMonth = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec) (\d{4})(?!\d)/g;
const wholeDay = /(?<!\d)(\d{1,2}) (\p{Lu}\p{L}{2,8})[ \u00a0](\d{4})(?!\d)/gu;

/** Text whose dates hold together at the end of a line: '25 July 2026' and 'Sep 2026' go to the next one whole. */
export const wholeDates = (text: string): string => text.replaceAll(shortMonth, '$1\u00a0$2').replaceAll(wholeDay, '$1\u00a0$2\u00a0$3');
