import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import pdfmakeWithoutFiles from 'pdfmake';
import { awardsChart } from '#lib/charts/awards.ts';
import { drawChart } from '#lib/charts/drawing.server.ts';
import { themeProfileChart } from '#lib/charts/theme-profile.ts';
import type { Block, Report } from '../description.ts';
import type { Pictures } from './blocks.ts';
import { documentOf } from './document.ts';

const require = createRequire(import.meta.url);
/** The types of pdfmake leave out its own store of files. */
const pdfmake = pdfmakeWithoutFiles as typeof pdfmakeWithoutFiles & { virtualfs: { writeFileSync(name: string, content: Buffer): void } };
const files = { normal: 'latin-400-normal', bold: 'latin-600-normal', italics: 'latin-400-italic', bolditalics: 'latin-600-italic' };
let prepared = false;

/** Puts the type into pdfmake's own store, and shuts every way to a file or an address: a report reaches for nothing. */
function prepare(): void {
	if (prepared) return;
	for (const name of Object.values(files))
		pdfmake.virtualfs.writeFileSync(name, readFileSync(require.resolve(`@fontsource/source-sans-3/files/source-sans-3-${name}.woff`)));
	pdfmake.setFonts({ 'Source Sans 3': files });
	pdfmake.setUrlAccessPolicy(() => false);
	pdfmake.setLocalAccessPolicy(() => false);
	prepared = true;
}

const dataAddress = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;

/** The charts of a report, drawn from the same definitions as on the page. */
function picturesOf({ sections }: Report): Pictures {
	const drawn = (block: Block): [string, Pictures[string]][] => {
		if (block.kind === 'theme profile')
			return [[block.table.id, { picture: dataAddress(drawChart(themeProfileChart(block.profile), 400, 300)), width: 380 }]];
		if (block.kind === 'award counts')
			return [[block.table.id, { picture: dataAddress(drawChart(awardsChart(block.counts), 440, 200)), width: 420 }]];
		return [];
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
