// A canvas cannot read the style sheet's variables, so the few inks of a chart are named again here: the same as in ui/styles/_tokens.scss.
export const ink = '#12272d';
export const inkSoft = '#4a5f65';
export const teal900 = '#0c2f38';
export const teal500 = '#2f7f8c';
export const teal150 = '#c9dfe2';
export const gold = '#b07d0e';
export const goldFill = 'rgba(176, 125, 14, 0.16)';
export const rule = '#cdd9db';
export const control = '#5a6f75';
export const paper = '#ffffff';

/** The family of the page and of the reports: the first is in the browser, the second on the server. */
export const family = "'Source Sans 3 Variable', 'Source Sans 3', sans-serif";

/** The three ways a result is worked out, each with its own line, so that none needs its colour to be told apart. */
export const bases = [
	{ key: 'agreed', label: 'Agreed', colour: teal900, width: 2.5, dash: [] as number[], fill: true },
	{ key: 'evidenced', label: 'Evidenced', colour: teal500, width: 2, dash: [9, 4], fill: false },
	{ key: 'claimed', label: 'Claimed', colour: teal500, width: 2, dash: [2, 4], fill: false }
] as const;

/** Lines for several things over time: dash and point differ as well as colour. */
export const strokes = [
	{ colour: teal900, dash: [] as number[], point: 'circle' },
	{ colour: gold, dash: [8, 5], point: 'rectRot' },
	{ colour: teal500, dash: [2, 4], point: 'triangle' },
	{ colour: control, dash: [12, 4, 2, 4], point: 'rect' }
] as const;

// of the map of a journey
export const teal700 = '#0f5562';
export const goldDeep = '#7a5500';
export const goldWash = '#fcf6e6';
export const bad = '#a3271b';
