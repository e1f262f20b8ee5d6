import type { StyleDictionary, CustomTableLayout } from 'pdfmake/interfaces.js';

/* The look of a PDF report: the workbench's ink and gold on A4. Sizes in points. */

export const ink = '#12272d';
export const inkSoft = '#4a5f65';
export const rule = '#cdd9db';
export const control = '#5a6f75';
export const gold = '#b07d0e';
export const goldDeep = '#7a5500';
export const mist = '#eef4f4';
export const awards: Record<string, string> = { Bronze: '#8f5424', Silver: '#55666e', Gold: '#8a6200' };

/** A4, 595 × 842, less the margins. */
export const margins: [number, number, number, number] = [54, 72, 54, 60];
export const width = 595.28 - margins[0] - margins[2];
/** The same on its side. */
const landscape = { width: 841.89 - margins[0] - margins[2], height: 595.28 - margins[1] - margins[3] - 4 };
/** What a drawing has there; the heading of its part stands over the first, and names it. */
export const pictureRoom = { ...landscape, firstHeight: landscape.height - 44, untitled: true };

export const styles: StyleDictionary = {
	title: { fontSize: 30, bold: true, lineHeight: 1.05 },
	subtitle: { fontSize: 15, color: inkSoft },
	lead: { fontSize: 13, lineHeight: 1.3 },
	section: { fontSize: 18, bold: true, margin: [0, 0, 0, 8] },
	heading: { fontSize: 12, bold: true, margin: [0, 10, 0, 4] },
	caption: { fontSize: 11, bold: true, margin: [0, 8, 0, 3] },
	note: { fontSize: 8.5, color: inkSoft, margin: [0, 0, 0, 4] },
	head: { fontSize: 8.5, bold: true, color: inkSoft },
	cell: { fontSize: 9 },
	running: { fontSize: 8, color: inkSoft }
};

/** Rules between rows and nothing else, as on the page. */
export const ruled: CustomTableLayout = {
	hLineWidth: (line, node) => (line === 0 ? 0 : line === 1 || line === node.table.body.length ? 0.75 : 0.4),
	hLineColor: (line) => (line === 1 ? control : rule),
	vLineWidth: () => 0,
	paddingLeft: (column) => (column === 0 ? 0 : 5),
	paddingRight: () => 5,
	paddingTop: () => 3.5,
	paddingBottom: () => 3.5
};
