import { bad, control, gold, goldDeep, goldWash, ink, inkSoft, paper, rule, teal150, teal700, teal900 } from '#lib/charts/chart-ink.ts';
import { mainStep, type Column, type ColumnGroup } from './columns.ts';
import { pathOf, pointsOf } from './curve.ts';
import { diamond, hatching, line, rectangle, type Item } from './drawing.ts';
import { isTruth, lanesOf, type Cell, type Lane, type Line, type Tone } from './lanes.ts';
import { wrapped, type WrittenLine } from './wrapping.ts';

/* Sizes in points of paper. */
export const laneWidth = 72;
export const columnWidth = 112;
const gap = 10;
const size = 9;
const leading = 11.5;
const padding = 6;
const barHeight = 8;
const curveHeight = 84;
/** So many lines of a cell are drawn; the whole text is in the list of steps. */
const mostLines = 12;

const inks: Record<Tone, string> = { plain: ink, soft: inkSoft, quote: ink, pain: bad, truth: goldDeep, 'to-be': goldDeep };

/** A lane laid out: how high it is, and what is drawn when its top is at `y`. */
export type Row = { height: number; draw: (y: number) => Item[] };

/** The left edge of the words in a column. */
export const columnX = (column: number) => laneWidth + gap + column * columnWidth;
export const widthOf = (columns: number) => laneWidth + gap + Math.max(1, columns) * columnWidth;

const text = (x: number, y: number, lines: WrittenLine[], fill: string, big = size): Item => ({
	kind: 'text',
	x,
	y,
	size: big,
	leading: big === size ? leading : big * 1.25,
	fill,
	lines
});

const within = columnWidth - gap;

function written({ pieces, tone }: Line): WrittenLine[] {
	if (tone === 'quote') return wrapped([{ text: `‘${pieces.map((piece) => piece.text).join('')}’` }], within, size, mostLines);
	const strong = tone === 'pain' || tone === 'truth';
	return wrapped(strong ? pieces.map((piece) => ({ ...piece, strong })) : pieces, tone === 'truth' ? within - 12 : within, size, mostLines);
}

/** A cell's lines one under another, at most so many in all. */
function cellRow({ lines, demand, evidenced }: Cell, x: number, most: number): Row {
	let room = mostLines;
	const blocks = lines.map((one) => {
		const kept = written(one).slice(0, room);
		room -= kept.length;
		return { kept, tone: one.tone };
	});
	const count = mostLines - room;
	const bar = demand || evidenced ? barHeight + 4 : 0;
	return {
		height: count * leading + bar,
		draw: (y) => {
			let at = y + (demand ? bar : 0) + size * 0.85;
			const items = blocks.flatMap(({ kept, tone }): Item[] => {
				const top = at;
				at += kept.length * leading;
				if (!kept.length) return [];
				if (tone !== 'truth') return [text(x, top, kept, inks[tone])];
				return [
					{ kind: 'circle', x: x + 4, y: top - 3, radius: 2.6, stroke: goldDeep, strokeWidth: 2.2 },
					text(x + 12, top, kept, goldDeep)
				];
			});
			if (demand) items.push(...demandBar(x, y, demand, most));
			if (evidenced) items.push(...evidenceBar(x, y + count * leading + 2, evidenced));
			return items;
		}
	};
}

const demandBar = (x: number, y: number, { all, failure }: { all: number; failure: number }, most: number): Item[] => [
	rectangle(x, y, Math.max(0.5, (all / most) * within), barHeight, { fill: teal150, stroke: control, strokeWidth: 0.5 }),
	rectangle(x, y, (failure / most) * within, barHeight, { fill: bad })
];

function evidenceBar(x: number, y: number, evidenced: 'none' | 'partly' | 'fully'): Item[] {
	const frame = rectangle(x, y, within, barHeight, { fill: evidenced === 'fully' ? teal700 : paper, stroke: control, strokeWidth: 0.5 });
	return evidenced === 'partly' ? [frame, hatching(x, y, within, barHeight, 3, teal700)] : [frame];
}

const levels = [2, 1, 0, -1, -2];

/** The curve of both maps with its scale. */
function curveRow(columns: readonly Column[]): Row {
	const end = widthOf(columns.length);
	const frame = (y: number) => ({ x: (column: number) => columnX(column) + 6, top: y + 12, height: curveHeight - 24 });
	return {
		height: curveHeight,
		draw: (y) => {
			const { top, height } = frame(y);
			const scale = levels.flatMap((level, i): Item[] => {
				const at = top + (i / 4) * height;
				const sign = level > 0 ? `+${level}` : level < 0 ? `−${-level}` : '0';
				const label: Item = { ...text(laneWidth + 4, at + 2.5, [[{ text: sign }]], inkSoft, 8), anchor: 'end' } as Item;
				return [line(laneWidth + gap, at, end, at, level === 0 ? control : rule, level === 0 ? 0.75 : 0.5), label];
			});
			const toBe = pointsOf(
				columns.map((column) => column.toBe?.emotion),
				frame(y)
			);
			const asIs = pointsOf(
				columns.map((column) => column.asIs?.emotion),
				frame(y)
			);
			const last = { toBe: toBe.at(-1), asIs: asIs.at(-1) };
			const meet = last.toBe && last.asIs && last.toBe.x === last.asIs.x && Math.abs(last.toBe.y - last.asIs.y) < 10;
			const all: Item[] = [
				...scale,
				{ kind: 'path', d: pathOf(toBe), stroke: gold, strokeWidth: 1.75, dash: '5 3' },
				{ kind: 'path', d: pathOf(asIs), stroke: teal900, strokeWidth: 1.75 },
				...toBe.map((point) => diamond(point.x, point.y, 4, { fill: paper, stroke: gold, strokeWidth: 1.75 })),
				...asIs.map((point): Item => ({ kind: 'circle', x: point.x, y: point.y, radius: 3.2, fill: teal900 })),
				...(last.toBe ? [text(last.toBe.x + 8, last.toBe.y + (meet ? -3 : 9), [[{ text: 'To-be' }]], goldDeep, 8)] : []),
				...(last.asIs ? [text(last.asIs.x + 8, last.asIs.y + 9, [[{ text: 'As-is' }]], ink, 8)] : [])
			];
			return all.filter((item) => item.kind !== 'path' || item.d !== '');
		}
	};
}

/** A lane with its label, its cells and the rule under it; moments of truth are washed down its whole height. */
function laneRow(lane: Lane, columns: readonly Column[], most: number): Row {
	const cells = lane.name === 'feels' ? [curveRow(columns)] : lane.cells.map((cell, i) => cellRow(cell, columnX(i), most));
	const label = wrapped([{ text: lane.label, strong: true }], laneWidth - 4, size);
	const height = Math.max(label.length * leading, ...cells.map((cell) => cell.height)) + padding * 2;
	return {
		height,
		draw: (y) => [
			...washes(columns, y, height),
			text(0, y + padding + size * 0.85, label, inkSoft),
			...cells.flatMap((cell) => cell.draw(y + padding)),
			line(0, y + height, widthOf(columns.length), y + height, rule)
		]
	};
}

export const washes = (columns: readonly Column[], y: number, height: number): Item[] =>
	columns.flatMap((column, i) => (isTruth(column) ? [rectangle(columnX(i) - gap / 2, y, columnWidth, height, { fill: goldWash })] : []));

/** The stages across, each over its columns, with the number of each step and a gold rule under all. */
export function headRow(groups: readonly ColumnGroup[]): Row {
	const columns = groups.flatMap((group) => group.columns);
	let start = 0;
	const heads = groups.map(({ name, who, columns: own }) => {
		const room = own.length * columnWidth - gap;
		const x = columnX(start);
		start += own.length;
		return { x, name: wrapped([{ text: name, strong: true }], room, 10.5, 3), who: wrapped([{ text: who }], room, size, 2) };
	});
	const stageHeight = Math.max(0, ...heads.map(({ name, who }) => name.length * 13.125 + who.length * leading));
	const height = stageHeight + leading + padding * 2 + 2;
	let at = 0;
	const numbers = groups.flatMap(({ columns: own }) => {
		const from = at;
		at += own.length;
		return own.map((column, i) => ({ x: columnX(from + i), column }));
	});
	return {
		height,
		draw: (y) => [
			...washes(columns, y, height),
			...heads.flatMap(({ x, name, who }): Item[] => [
				text(x, y + padding + 9, name, ink, 10.5),
				text(x, y + padding + name.length * 13.125 + size * 0.85, who, inkSoft)
			]),
			...numbers.map(({ x, column }) =>
				text(
					x,
					y + padding + stageHeight + size * 0.85,
					[[{ text: column.number === null ? 'New step' : `Step ${column.number}` }]],
					inkSoft
				)
			),
			line(laneWidth + gap / 2, y + height - 1, widthOf(at), y + height - 1, gold, 2)
		]
	};
}

/** The lanes of some columns, laid out. `most` is the demand whose bar takes a whole column. */
export const laneRows = (columns: readonly Column[], most: number): Row[] => lanesOf(columns).map((lane) => laneRow(lane, columns, most));

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

/** A heading line above a drawing. */
export const titleRow = (title: string, beneath: string, width: number): Row => {
	const lines = wrapped([{ text: title, strong: true }], width, 16, 2);
	const under = wrapped([{ text: beneath }], width, size, 2);
	return {
		height: lines.length * 20 + under.length * leading + 8,
		draw: (y) => [text(0, y + 14, lines, ink, 16), text(0, y + lines.length * 20 + size * 0.85, under, inkSoft)]
	};
};

/** The step that stands in each column, for the description that those hear who cannot see the picture. */
export const heard = (columns: readonly Column[]): string =>
	columns.map((column) => `${column.number === null ? 'New step' : `Step ${column.number}`}: ${mainStep(column).does}`).join('. ');
