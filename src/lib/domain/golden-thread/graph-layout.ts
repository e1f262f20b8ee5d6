import { textWidth } from '../maps/picture/text-width.ts';
import { wrapped } from '../maps/picture/wrapping.ts';
import { depthOf, levelNames, levels, type Level } from './levels.ts';
import type { StrandMark } from './words.ts';

/** What a box of the picture says. */
export type GraphStrand = { id: string; number: number; level: Level; title: string; mark: StrandMark; here: boolean; folded: number };
/** `state`: its mark, short enough for the box. `stub`: where the line to what is folded below it ends; null where nothing is. */
export type Box = GraphStrand & { x: number; y: number; lines: string[]; state: string; stub: number | null };
/** From what serves to what is served; `also`: not the strand it stands under first. */
export type Edge = { d: string; also: boolean };
export type Graph = { width: number; height: number; boxes: Box[]; edges: Edge[]; heads: { x: number; label: string }[] };

export const boxWidth = 184;
export const boxHeight = 74;
const gapX = 44;
const gapY = 12;
const top = 34;
const margin = 4;
const textSize = 13;
const stateSize = 12;
const stubLength = 10;
/** Room beside the last column for how many are folded. */
const foldedWidth = 40;
/** The names of the columns stand above this. */
export const headHeight = 28;

/** The mark of a box: its breaks by name where they fit, else how many there are. */
function stateIn({ kind, text }: StrandMark): string {
	if (kind !== 'bad') return text;
	const said = `✕ ${text.replace('Break: ', '')}`;
	return textWidth(said, stateSize, true) <= boxWidth - 20 ? said : `✕ ${said.split(', ').length} breaks`;
}

/**
 * Lays the thread out as boxes, a column a level, from the vision on the left. A strand stands beside the first of those that
 * stand under it, as in the outline, so that lines rarely cross; what it serves besides is a dashed line. In dots of the page.
 * @param parents of each strand in the picture, in the order of the outline
 */
export function layOut(strands: readonly GraphStrand[], parents: ReadonlyMap<string, readonly string[]>): Graph {
	const there = new Map(strands.map((strand) => [strand.id, strand]));
	const shownParents = (id: string) => (parents.get(id) ?? []).filter((parent) => there.has(parent));
	const under = new Map<string, GraphStrand[]>();
	for (const strand of strands) {
		const [first] = shownParents(strand.id);
		if (first) under.set(first, [...(under.get(first) ?? []), strand]);
	}
	const shown = levels.filter((level) => strands.some((strand) => strand.level === level));
	const column = (level: Level) => margin + shown.indexOf(level) * (boxWidth + gapX);
	const boxes = new Map<string, Box>();
	let next = top;
	const place = (strand: GraphStrand): number => {
		const below = (under.get(strand.id) ?? []).map(place);
		const y = below[0] ?? next;
		if (!below.length) next += boxHeight + gapY;
		const lines = wrapped([{ text: strand.title }], boxWidth - 20, textSize, 3).map((line) => line.map(({ text }) => text).join(''));
		const x = column(strand.level);
		const stub = strand.folded ? x + boxWidth + stubLength : null;
		boxes.set(strand.id, { ...strand, x, y, lines, state: stateIn(strand.mark), stub });
		return y;
	};
	for (const strand of strands) if (!shownParents(strand.id).length) place(strand);
	const edges = strands.flatMap((strand) =>
		shownParents(strand.id).map((parent, at): Edge => {
			const [from, to] = [boxes.get(parent)!, boxes.get(strand.id)!];
			const [x1, y1, x2, y2] = [from.x + boxWidth, from.y + boxHeight / 2, to.x, to.y + boxHeight / 2];
			const bend = Math.min(gapX, (x2 - x1) / 2);
			return { d: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`, also: at > 0 };
		})
	);
	return {
		width:
			margin * 2 +
			shown.length * boxWidth +
			Math.max(0, shown.length - 1) * gapX +
			(strands.some(({ folded }) => folded) ? foldedWidth : 0),
		height: Math.max(next - gapY + margin, top),
		boxes: [...boxes.values()].sort((a, b) => depthOf(a.level) - depthOf(b.level) || a.y - b.y),
		edges,
		heads: shown.map((level) => ({ x: column(level), label: levelNames[level] }))
	};
}
