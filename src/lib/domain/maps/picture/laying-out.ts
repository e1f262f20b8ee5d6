import { bad, control, goldDeep, ink, inkSoft, paper, rule, teal150, teal700 } from '#lib/charts/chart-ink.ts';
import { mainStep, type Column } from './columns.ts';
import { curveRow } from './curve-row.ts';
import { hatching, line, rectangle, type Item } from './drawing.ts';
import { lanesOf, type Cell, type Lane, type Line, type Tone } from './lanes.ts';
import { barHeight, laneWidth, leading, mostLines, size, text, washes, type Grid, type Row } from './rows.ts';
import { wrapped, type WrittenLine } from './wrapping.ts';

const inks: Record<Tone, string> = { plain: ink, soft: inkSoft, quote: ink, pain: bad, truth: goldDeep, 'to-be': goldDeep };

function written({ pieces, tone }: Line, within: number): WrittenLine[] {
	if (tone === 'quote') return wrapped([{ text: `‘${pieces.map((piece) => piece.text).join('')}’` }], within, size, mostLines);
	const strong = tone === 'pain' || tone === 'truth';
	return wrapped(strong ? pieces.map((piece) => ({ ...piece, strong })) : pieces, tone === 'truth' ? within - 12 : within, size, mostLines);
}

/** A cell's lines one under another, at most so many in all. */
function cellRow({ lines, demand, evidenced }: Cell, x: number, within: number, most: number): Row {
	let room = mostLines;
	const blocks = lines.map((one) => {
		const kept = written(one, within).slice(0, room);
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
			if (demand) items.push(...demandBar(x, y, within, demand, most));
			if (evidenced) items.push(...evidenceBar(x, y + count * leading + 2, within, evidenced));
			return items;
		}
	};
}

const demandBar = (x: number, y: number, within: number, { all, failure }: { all: number; failure: number }, most: number): Item[] => [
	rectangle(x, y, Math.max(0.5, (all / most) * within), barHeight, { fill: teal150, stroke: control, strokeWidth: 0.5 }),
	rectangle(x, y, (failure / most) * within, barHeight, { fill: bad })
];

function evidenceBar(x: number, y: number, within: number, evidenced: 'none' | 'partly' | 'fully'): Item[] {
	const frame = rectangle(x, y, within, barHeight, { fill: evidenced === 'fully' ? teal700 : paper, stroke: control, strokeWidth: 0.5 });
	return evidenced === 'partly' ? [frame, hatching(x, y, within, barHeight, 3, teal700)] : [frame];
}

/** A lane with its label, its cells and the rule under it; moments of truth are washed down its whole height. */
function laneRow(lane: Lane, columns: readonly Column[], grid: Grid, most: number): Row {
	const cells =
		lane.name === 'feels' ? [curveRow(columns, grid)] : lane.cells.map((cell, i) => cellRow(cell, grid.x(i), grid.within, most));
	const label = wrapped([{ text: lane.label, strong: true }], laneWidth - 4, size);
	const height = Math.max(label.length * leading, ...cells.map((cell) => cell.height)) + grid.padding * 2;
	return {
		height,
		draw: (y) => [
			...washes(columns, grid, y, height),
			text(0, y + grid.padding + size * 0.85, label, inkSoft),
			...cells.flatMap((cell) => cell.draw(y + grid.padding)),
			line(0, y + height, grid.width, y + height, rule)
		]
	};
}

/** The lanes of some columns, laid out. `most` is the demand whose bar takes a whole column. */
export const laneRows = (columns: readonly Column[], grid: Grid, most: number): Row[] =>
	lanesOf(columns).map((lane) => laneRow(lane, columns, grid, most));

/** The step that stands in each column, for the description that those hear who cannot see the picture. */
export const heard = (columns: readonly Column[]): string =>
	columns.map((column) => `${column.number === null ? 'New step' : `Step ${column.number}`}: ${mainStep(column).does}`).join('. ');
