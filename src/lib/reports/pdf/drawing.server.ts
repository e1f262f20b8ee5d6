import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import pdfmakeWithoutFiles from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { awardsChart } from '#lib/charts/awards.ts';
import { drawChart } from '#lib/charts/drawing.server.ts';
import { figureChart } from '#lib/charts/figure.ts';
import { themeProfileChart } from '#lib/charts/theme-profile.ts';
import { xmrChart } from '#lib/charts/xmr-chart.ts';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import type { Drawing } from '#lib/domain/maps/picture/drawing.ts';
import { footRoom, margin, paperSize, roomOn, type Paper } from '#lib/domain/maps/picture/papers.ts';
import { svgText } from '#lib/domain/maps/picture/svg-text.ts';
import type { Block, Report } from '../description.ts';
import type { Pictures } from './blocks.ts';
import { documentOf } from './document.ts';
import { drawnSize } from './drawn-size.ts';
import { inkSoft } from './look.ts';

const require = createRequire(import.meta.url);
/** The types of pdfmake leave out its own store of files. */
const pdfmake = pdfmakeWithoutFiles as typeof pdfmakeWithoutFiles & { virtualfs: { writeFileSync(name: string, content: Buffer): void } };
/** Each style under the name that stands in its own file: by it a drawing finds a type that the words of its page have brought in. */
const files = {
	normal: 'SourceSans3-Regular',
	bold: 'SourceSans3-SemiBold',
	italics: 'SourceSans3-Italic',
	bolditalics: 'SourceSans3-SemiBoldItalic'
};
const cuts = { normal: '400-normal', bold: '600-normal', italics: '400-italic', bolditalics: '600-italic' };
let prepared = false;

/** Puts the type into pdfmake's own store, and shuts every way to a file or an address: a report reaches for nothing. */
function prepare(): void {
	if (prepared) return;
	for (const style of ['normal', 'bold', 'italics', 'bolditalics'] as const) {
		const path = require.resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${cuts[style]}.woff`);
		pdfmake.virtualfs.writeFileSync(files[style], readFileSync(path));
	}
	pdfmake.setFonts({ 'Source Sans 3': files });
	pdfmake.setUrlAccessPolicy(() => false);
	pdfmake.setLocalAccessPolicy(() => false);
	prepared = true;
}

const dataAddress = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;

/** The definition of a block's chart, the same as on the page; null for a block that is none. */
function chartOf(block: Block): Parameters<typeof drawChart>[0] | null {
	if (block.kind === 'theme profile') return themeProfileChart(block.profile);
	if (block.kind === 'award counts') return awardsChart(block.counts);
	if (block.kind === 'figure') return figureChart(block.figure);
	return block.kind === 'xmr' ? xmrChart(block.xmr) : null;
}

/** The charts of a report, drawn from the same definitions as on the page. */
function picturesOf({ sections }: Report): Pictures {
	const drawn = (block: Block): [string, Pictures[string]][] => {
		const size = drawnSize(block);
		const chart = chartOf(block);
		if (!size || !chart || !('table' in block)) return [];
		return [[block.table.id, { picture: dataAddress(drawChart(chart, size.width, size.height)), width: size.shown }]];
	};
	return Object.fromEntries(sections.flatMap(({ blocks }) => blocks.flatMap(drawn)));
}

/** The report as a PDF, about a second's work for a long one: run it in the worker. `logo` is a data address. */
export async function drawPdf(report: Report, logo: string | null): Promise<Uint8Array> {
	prepare();
	return new Uint8Array(await pdfmake.createPdf(documentOf(report, picturesOf(report), logo)).getBuffer());
}

/** A single page of lines, the first of them its heading: the small documents of the example council. */
export async function drawPage([heading = '', ...lines]: readonly string[]): Promise<Uint8Array> {
	prepare();
	const content = [
		{ text: heading, fontSize: 18, bold: true, margin: [0, 0, 0, 12] as [number, number, number, number] },
		...lines.map((text) => ({ text, lineHeight: 1.4 }))
	];
	const page = { language: 'en-GB', info: { title: heading }, defaultStyle: { font: 'Source Sans 3', fontSize: 11 }, content };
	return new Uint8Array(await pdfmake.createPdf(page).getBuffer());
}

/** Drawings of journey maps, one a sheet, none larger than its sheet, with the number of the sheet and when it was made at the foot. */
export async function drawSheets(
	drawings: readonly Drawing[],
	{ title, council, madeAt, on }: { title: string; council: string; madeAt: number; on: Paper }
): Promise<Uint8Array> {
	prepare();
	const { width, height } = paperSize[on];
	const document: TDocumentDefinitions = {
		language: 'en-GB',
		info: { title, author: council, creator: 'Golden Thread', producer: 'Golden Thread' },
		pageSize: { width, height },
		pageMargins: [margin, margin, margin, margin + footRoom],
		defaultStyle: { font: 'Source Sans 3', fontSize: 8, color: inkSoft },
		footer: (page, pages) => ({
			margin: [margin, 6, margin, 0],
			// both weights that the drawings use
			columns: [
				{ text: [{ text: council, bold: true }, ` drawn ${showMoment(madeAt)}`] },
				{ text: `Sheet ${page} of ${pages}`, alignment: 'right' }
			]
		}),
		content: drawings.map((drawing, i) => ({
			svg: svgText(drawing),
			fit: [roomOn(on).width, roomOn(on).height],
			...(i ? { pageBreak: 'before' as const } : {})
		}))
	};
	return new Uint8Array(await pdfmake.createPdf(document).getBuffer());
}
