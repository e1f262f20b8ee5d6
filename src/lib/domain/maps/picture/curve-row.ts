import { control, gold, goldDeep, ink, inkSoft, paper, rule, teal900 } from '#lib/charts/chart-ink.ts';
import type { Column } from './columns.ts';
import { pathOf, pointsOf } from './curve.ts';
import { diamond, line, type Item } from './drawing.ts';
import { gap, laneWidth, size, text, type Grid, type Row } from './rows.ts';

const levels = [2, 1, 0, -1, -2];

/** The curve of both maps with its scale. */
export function curveRow(columns: readonly Column[], grid: Grid): Row {
	const curveHeight = grid.isTight ? 72 : 84;
	const end = grid.width;
	const frame = (y: number) => ({ x: (column: number) => grid.x(column) + 6, top: y + 12, height: curveHeight - 24 });
	return {
		height: curveHeight,
		draw: (y) => {
			const { top, height } = frame(y);
			const scale = levels.flatMap((level, i): Item[] => {
				const at = top + (i / 4) * height;
				const sign = level > 0 ? `+${level}` : level < 0 ? `−${-level}` : '0';
				const label: Item = { ...text(laneWidth + 4, at + 2.5, [[{ text: sign }]], inkSoft, size), anchor: 'end' } as Item;
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
				...(last.toBe ? [text(last.toBe.x + 8, last.toBe.y + (meet ? -3 : 9), [[{ text: 'To-be' }]], goldDeep, size)] : []),
				...(last.asIs ? [text(last.asIs.x + 8, last.asIs.y + 9, [[{ text: 'As-is' }]], ink, size)] : [])
			];
			return all.filter((item) => item.kind !== 'path' || item.d !== '');
		}
	};
}
