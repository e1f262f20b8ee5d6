import type { ThemeProfile } from './theme-profile.ts';

const CENTRE = { x: 200, y: 160 };
const RADIUS = 118;

/** A point of the radar, in the units of its picture. */
export interface Point {
	x: number;
	y: number;
}

/** Where the radar's parts are drawn: rings from the first level out, one spoke a theme, one outline a basis. */
export interface RadarPoints {
	rings: string[];
	figures: (Point & { level: number })[];
	spokes: { path: string; name: string; number: number; at: Point; anchor: 'start' | 'middle' | 'end' }[];
	outlines: Record<'claimed' | 'evidenced' | 'agreed', string>;
	dots: Point[];
}

const round = (n: number) => Math.round(n * 100) / 100;

/** Lays a theme profile out as a radar, the first theme at the top, the others clockwise. Themes without a level are left out of an outline. */
export function radarPoints({ levels, themes }: ThemeProfile): RadarPoints {
	const at = (index: number, distance: number): Point => {
		const angle = (2 * Math.PI * index) / themes.length;
		return { x: round(CENTRE.x + distance * Math.sin(angle)), y: round(CENTRE.y - distance * Math.cos(angle)) };
	};
	const write = (points: Point[]) => points.map((point) => `${point.x},${point.y}`).join(' ');
	const reached = (level: number) => (RADIUS * level) / levels;
	const corners = (basis: 'claimed' | 'evidenced' | 'agreed') =>
		themes.flatMap((theme, index) => {
			const level = theme[basis];
			return level === null ? [] : [at(index, reached(level))];
		});
	const each = Array.from({ length: levels }, (_, index) => index + 1);
	return {
		rings: each.map((level) => write(themes.map((_, index) => at(index, reached(level))))),
		figures: each.map((level) => ({ level, x: CENTRE.x + 4, y: round(CENTRE.y - reached(level) + 11) })),
		spokes: themes.map((theme, index) => {
			const end = at(index, RADIUS);
			const label = at(index, RADIUS + 16);
			const side = end.x - CENTRE.x;
			return {
				path: `M${CENTRE.x} ${CENTRE.y}L${end.x} ${end.y}`,
				name: theme.name,
				number: index + 1,
				at: { x: label.x, y: round(label.y + 4 + (end.y - CENTRE.y > 60 ? 6 : 0)) },
				anchor: Math.abs(side) < 5 ? 'middle' : side > 0 ? 'start' : 'end'
			};
		}),
		outlines: { claimed: write(corners('claimed')), evidenced: write(corners('evidenced')), agreed: write(corners('agreed')) },
		dots: corners('agreed')
	};
}
