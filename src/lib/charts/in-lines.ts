/** The height of two lines of writing with some air. */
export const twoLines = 34;

/**
 * A name beside an axis in two lines at most, or in one where there is no height for two, in a third of the chart's width; what has
 * no room is cut at a word, with an ellipsis: the table beside the chart holds the whole name.
 * @param width of the chart in points
 * @param height there is for each name
 */
export function inLines(name: string, width: number, height = twoLines): string[] {
	const mostLines = height >= twoLines ? 2 : 1;
	const most = Math.max(10, Math.floor(width / 3 / 7));
	const lines: string[] = [];
	for (const word of name.split(/\s+/)) {
		const last = lines.at(-1);
		if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	const cut = (line: string) => (line.length > most ? `${line.slice(0, most - 1)}…` : line);
	if (lines.length <= mostLines) return lines.map(cut);
	const kept = lines.slice(0, mostLines);
	return kept.map((line, at) => (at === mostLines - 1 ? `${cut(line).replace(/…$/, '')}…` : cut(line)));
}
