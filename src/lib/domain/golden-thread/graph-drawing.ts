import { bad, control, gold, ink, inkSoft, paper } from '../../charts/chart-ink.ts';
import { rectangle, type Drawing, type Item } from '../maps/picture/drawing.ts';
import { boxHeight, boxWidth, type Box, type Graph } from './graph-layout.ts';

const text = (x: number, y: number, size: number, words: string, fill: string, strong = false): Item => ({
	kind: 'text',
	x,
	y,
	size,
	leading: size * 1.25,
	fill,
	lines: [[{ text: words, strong }]]
});

const box = ({ x, y, lines, mark, here, folded, state, stub }: Box): Item[] => {
	const broken = mark.kind === 'bad';
	return [
		rectangle(x, y, boxWidth, boxHeight, {
			fill: paper,
			stroke: broken ? bad : here ? gold : control,
			strokeWidth: here ? 3 : 1.5,
			dash: broken ? '5 3' : undefined
		}),
		...lines.map((line, at) => text(x + 10, y + 18 + at * 15, 13, line, ink)),
		text(x + 10, y + boxHeight - 8, 12, state, broken ? bad : inkSoft),
		...(stub === null
			? []
			: [
					{ kind: 'path' as const, d: `M${x + boxWidth} ${y + boxHeight / 2}H${stub}`, stroke: gold, strokeWidth: 2 },
					text(stub + 3, y + boxHeight / 2 + 4, 12, `+${folded}`, inkSoft, true)
				])
	];
};

/** The picture as a file: the same boxes and lines as on the page. */
export const drawingOf = ({ width, height, boxes, edges, heads }: Graph, title: string): Drawing => ({
	left: 0,
	width,
	height,
	title,
	description: 'Strands as boxes, a column a level from the vision on the left; lines lead to what each serves.',
	items: [
		rectangle(0, 0, width, height, { fill: paper }),
		...edges.map(({ d, also }): Item => ({ kind: 'path', d, stroke: gold, strokeWidth: also ? 1.25 : 2, dash: also ? '4 4' : undefined })),
		...heads.map(({ x, label }) => text(x, 18, 14, label, inkSoft, true)),
		...boxes.flatMap(box)
	]
});
