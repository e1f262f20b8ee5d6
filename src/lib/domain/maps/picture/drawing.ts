import type { WrittenLine } from './wrapping.ts';

/* A picture as a plain description, in points of paper: what is drawn where, and nothing of how it is written down. */

type Ink = { fill?: string | undefined; stroke?: string | undefined; strokeWidth?: number; dash?: string | undefined };
export type Item = Ink &
	(
		| { kind: 'rectangle'; x: number; y: number; width: number; height: number }
		| { kind: 'circle'; x: number; y: number; radius: number }
		/** Only of the letters M, L, C, Z and figures. */
		| { kind: 'path'; d: string }
		/** Its first line stands on `y`, each other one `leading` below. */
		| { kind: 'text'; x: number; y: number; size: number; leading: number; anchor?: 'start' | 'middle' | 'end'; lines: WrittenLine[] }
	);

/** `left` is free space before x = 0. */
export type Drawing = { left: number; width: number; height: number; title: string; description: string; items: Item[] };

const n = (value: number) => String(Math.round(value * 100) / 100);

export const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, strokeWidth = 0.75, dash?: string): Item => ({
	kind: 'path',
	d: `M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`,
	stroke,
	strokeWidth,
	dash
});

export const rectangle = (x: number, y: number, width: number, height: number, ink: Ink): Item => ({
	kind: 'rectangle',
	x,
	y,
	width,
	height,
	...ink
});

/** A square on its corner around a point. */
export const diamond = (x: number, y: number, half: number, ink: Ink): Item => ({
	kind: 'path',
	d: `M${n(x)} ${n(y - half)}L${n(x + half)} ${n(y)}L${n(x)} ${n(y + half)}L${n(x - half)} ${n(y)}Z`,
	...ink
});

/** Slanting bands within a rectangle, each band and each gap `step` wide. Drawn as shapes, for no two writers of patterns agree. */
export function hatching(x: number, y: number, width: number, height: number, step: number, fill: string): Item {
	const bands: string[] = [];
	const inside = (at: number) => Math.min(width, Math.max(0, at));
	for (let from = -height; from < width; from += step * 2) {
		const to = from + step;
		// a band leans from (from, bottom) to (from + height, top); what is outside is cut away at the sides
		const corner = (start: number, atTop: boolean) => (atTop ? start + height : start);
		const points = [
			[corner(from, false), height],
			[corner(to, false), height],
			[corner(to, true), 0],
			[corner(from, true), 0]
		] as [number, number][];
		const cut = clipped(points, 0, width);
		if (cut.length > 2) bands.push(`M${cut.map(([px, py]) => `${n(x + inside(px))} ${n(y + py)}`).join('L')}Z`);
	}
	return { kind: 'path', d: bands.join(''), fill };
}

type Corner = [number, number];
/** A shape with what lies left of `low` and right of `high` cut off. */
const clipped = (shape: Corner[], low: number, high: number): Corner[] =>
	[
		{ keep: (x: number) => x >= low, edge: low },
		{ keep: (x: number) => x <= high, edge: high }
	].reduce<Corner[]>(
		(corners, { keep, edge }) =>
			corners.flatMap((to, i) => {
				const from = corners[(i + corners.length - 1) % corners.length] ?? to;
				const crossing: Corner = [edge, from[1] + ((edge - from[0]) / (to[0] - from[0] || 1)) * (to[1] - from[1])];
				if (keep(to[0])) return keep(from[0]) ? [to] : [crossing, to];
				return keep(from[0]) ? [crossing] : [];
			}),
		shape
	);
