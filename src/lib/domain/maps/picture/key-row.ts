import { bad, control, gold, goldWash, ink, paper, teal150, teal700, teal900 } from '#lib/charts/chart-ink.ts';
import { diamond, hatching, line, rectangle, type Item } from './drawing.ts';
import { barHeight, text, type Row } from './rows.ts';

/** What the lines, washes and bars mean, in one line. */
export function keyRow(hasAsIs: boolean, hasToBe: boolean): Row {
	return {
		height: 22,
		draw: (y) => {
			const mid = y + 13;
			let x = 0;
			const entry = (words: string, draw: (x: number) => Item[]): Item[] => {
				const from = x;
				x += 30 + words.length * 4.6 + 14;
				return [...draw(from), text(from + 30, mid + 3, [[{ text: words }]], ink)];
			};
			const box = (from: number, ...more: Item[]) => [
				rectangle(from, mid - 4, 24, barHeight, { fill: paper, stroke: control, strokeWidth: 0.5 }),
				...more
			];
			return [
				...(hasAsIs
					? entry('As-is', (from) => [
							line(from, mid, from + 24, mid, teal900, 1.75),
							{ kind: 'circle', x: from + 12, y: mid, radius: 3.2, fill: teal900 }
						])
					: []),
				...(hasToBe
					? entry('To-be', (from) => [
							line(from, mid, from + 24, mid, gold, 1.75, '5 3'),
							diamond(from + 12, mid, 4, { fill: paper, stroke: gold, strokeWidth: 1.75 })
						])
					: []),
				...entry('Moment of truth', (from) => [rectangle(from, mid - 5, 24, 10, { fill: goldWash, stroke: gold, strokeWidth: 0.5 })]),
				...entry('Failure demand, other contacts, a year', (from) => [
					rectangle(from, mid - 4, 24, barHeight, { fill: teal150, stroke: control, strokeWidth: 0.5 }),
					rectangle(from, mid - 4, 12, barHeight, { fill: bad })
				]),
				...entry('Fully evidenced', (from) => [rectangle(from, mid - 4, 24, barHeight, { fill: teal700 })]),
				...entry('Partly', (from) => box(from, hatching(from, mid - 4, 24, barHeight, 3, teal700))),
				...entry('Not evidenced', (from) => box(from))
			];
		}
	};
}
