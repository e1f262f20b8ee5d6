import type { Room } from './sheets.ts';

export const papers = ['A3', 'A4'] as const;
export type Paper = (typeof papers)[number];
export const isPaper = (text: string | null): text is Paper => papers.some((one) => one === text);

/** Landscape, in points; the margin keeps what printers cannot reach. */
export const paperSize: Record<Paper, { width: number; height: number }> = {
	A3: { width: 1190.55, height: 841.89 },
	A4: { width: 841.89, height: 595.28 }
};
export const margin = 34;
/** Kept free at the foot for the number of the page. */
export const footRoom = 16;

/** What a sheet of paper has for a drawing. */
export const roomOn = (on: Paper): Room => ({
	width: paperSize[on].width - margin * 2,
	height: paperSize[on].height - margin * 2 - footRoom - 1
});
