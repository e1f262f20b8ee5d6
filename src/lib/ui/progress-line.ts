/** One group of knots on the flat thread: a level and its criteria, in order. */
export interface KnotGroup {
	label: string;
	items: ('done' | 'here' | 'todo')[];
}

/** Where everything on the wide line is drawn, in units of its own width. */
export interface ProgressLine {
	width: number;
	knots: { x: number; state: 'done' | 'here' | 'todo' }[];
	labels: { x: number; text: string }[];
	/** How far the line is solid. */
	reached: number;
	end: number;
}

const START = 14;
const WIDTH = 1061;
const GAP = 51;
const STEP = 31;
// the drawn width of a letter of 14 px, on the generous side
const LETTER = 7.4;

/**
 * Lays groups of knots along one line. Knots stand closer where there are many. A label longer than its group keeps its first
 * word, or nothing, rather than run into the next.
 */
export function progressLine(groups: readonly KnotGroup[]): ProgressLine {
	const filled = groups.filter((group) => group.items.length > 0);
	const count = filled.reduce((sum, group) => sum + group.items.length, 0);
	const gaps = Math.max(0, filled.length - 1);
	const step = Math.min(STEP, (WIDTH - 2 * START - 20 - gaps * GAP) / Math.max(1, count - 1 - gaps));
	const knots: ProgressLine['knots'] = [];
	const labels: ProgressLine['labels'] = [];
	let x = START;
	for (const group of filled) {
		const first = x;
		for (const state of group.items) {
			knots.push({ x: Math.round(x), state });
			x += step;
		}
		x += GAP - step;
		const room = (x - first) / LETTER;
		const [word = ''] = group.label.split(' ');
		const text = group.label.length <= room || group === filled.at(-1) ? group.label : word.length <= room ? word : '';
		if (text) labels.push({ x: Math.round(first) - 6, text });
	}
	const end = knots.at(-1)?.x ?? START;
	const open = knots.findIndex((knot) => knot.state !== 'done');
	const here = knots.find((knot) => knot.state === 'here');
	return { width: WIDTH, knots, labels, reached: here?.x ?? (open < 0 ? end : (knots[Math.max(0, open - 1)]?.x ?? START)), end };
}
