import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import type { Report } from '../description.ts';
import { drawnBlock, type Pictures } from './blocks.ts';
import { gold, ink, inkSoft, margins, styles, width } from './look.ts';
import { roomTaken } from './room-taken.ts';
import { wholeDates } from './whole-dates.ts';

/** A whole report on paper: cover, contents with page numbers, an outline, running heads, page x of y. */
export function documentOf(report: Report, pictures: Pictures, logo: string | null): TDocumentDefinitions {
	return {
		language: 'en-GB',
		info: { title: report.title, author: report.council, subject: report.subtitle, creator: 'Golden Thread', producer: 'Golden Thread' },
		pageSize: 'A4',
		pageMargins: margins,
		defaultStyle: { font: 'Source Sans 3', fontSize: 10, lineHeight: 1.2, color: ink },
		styles,
		header: (page) => (page === 1 ? '' : runningHead(report)),
		footer: (page, pages) => (page === 1 ? '' : foot(report, page, pages)),
		// a heading or a caption is not left alone at the foot of a page; what follows it may count as there and yet be moved on
		pageBreakBefore: (node, nodes) =>
			node.headlineLevel === 2 && (node.startPosition.verticalRatio > footOfPage || nodes.getFollowingNodesOnPage().length === 0),
		content: [cover(report, logo), contents(), ...report.sections.map((section, place) => part(section, place, pictures))]
	};
}

/** From here down, as a share of the page's height, there is no room for a heading with something under it. */
const footOfPage = 0.88;

const runningHead = ({ council, name }: Report): Content => ({
	margin: [margins[0], 32, margins[2], 0],
	style: 'running',
	columns: [{ text: council }, { text: name, alignment: 'right' }]
});

const foot = ({ madeAt }: Report, page: number, pages: number): Content => ({
	margin: [margins[0], 16, margins[2], 0],
	style: 'running',
	columns: [{ text: `Figures worked out ${showMoment(madeAt)}` }, { text: `Page ${page} of ${pages}`, alignment: 'right' }]
});

const thread = (length: number): Content => ({
	canvas: [
		{ type: 'line', x1: -margins[0], y1: 0, x2: length, y2: 0, lineWidth: 2, lineColor: gold },
		{ type: 'ellipse', x: length, y: 0, r1: 4.5, r2: 4.5, color: gold }
	]
});

function cover({ council, title, subtitle, lead, facts }: Report, logo: string | null): Content {
	return {
		stack: [
			...(logo ? [{ image: logo, fit: [180, 64] as [number, number], margin: [0, 0, 0, 24] as [number, number, number, number] }] : []),
			{ text: council, fontSize: 14, bold: true, margin: [0, 0, 0, 160] },
			thread(width * 0.62),
			{ text: wholeDates(title), style: 'title', margin: [0, 28, 0, 10] },
			{ text: subtitle, style: 'subtitle', margin: [0, 0, 0, 24] },
			{ text: lead, style: 'lead', margin: [0, 0, 60, 28] },
			{
				layout: 'noBorders',
				table: {
					widths: ['auto', '*'],
					body: facts.map(([label, value]) => [
						{ text: label, color: inkSoft, margin: [0, 0, 12, 0] },
						{ text: wholeDates(value), bold: true }
					])
				}
			}
		]
	};
}

const contents = (): Content => ({
	toc: { title: { text: 'Contents', style: 'section' }, textMargin: [0, 3, 0, 3], outlines: true },
	pageBreak: 'before'
});

/** What takes more than this, of the 710 points of a page, begins one and may run on: what is kept whole and does not fit is lost. */
const longest = 560;

/** A part of the report. The first, those that are long and those that ask for it begin a page; any other is kept whole on one. */
const part = ({ title, blocks, ownPage }: Report['sections'][number], place: number, pictures: Pictures): Content => {
	const heading = { text: title, style: 'section', tocItem: true };
	const drawn = blocks.map((block) => drawnBlock(block, pictures));
	if (blocks.some(({ kind }) => kind === 'picture')) return [{ ...heading, pageBreak: 'before', pageOrientation: 'landscape' }, ...drawn];
	const isLong = blocks.reduce((sum, block) => sum + roomTaken(block), 0) > longest;
	if (place === 0 || isLong || ownPage) return [{ ...heading, pageBreak: 'before' }, ...drawn];
	return { unbreakable: true, stack: [{ ...heading, margin: [0, 20, 0, 8] }, ...drawn.map(withoutBreaks)] };
};

/** Of what is kept whole: a page begun before one of its headings would lose all that follows. */
const withoutBreaks = (drawn: Content): Content => {
	if (Array.isArray(drawn)) return drawn.map(withoutBreaks);
	return typeof drawn === 'object' && 'headlineLevel' in drawn ? { ...drawn, headlineLevel: 1 } : drawn;
};
