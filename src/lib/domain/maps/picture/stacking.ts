import type { Drawing } from './drawing.ts';
import type { Row } from './rows.ts';

/** Rows one under another as a drawing, with free space of `border` around them. */
export function stacked(rows: readonly Row[], width: number, title: string, description: string, border: number): Drawing {
	let y = border;
	const items = rows.flatMap((row) => {
		const drawn = row.draw(y);
		y += row.height;
		return drawn;
	});
	const height = y + border;
	return { left: border, width: width + border * 2, height, title, description, items };
}
