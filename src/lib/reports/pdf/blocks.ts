import type { Content } from 'pdfmake/interfaces.js';
import type { Block } from '../description.ts';
import { heatTable } from '../heat-table.ts';
import { drawnHeatMap } from './heat-map.ts';
import { awards, gold, inkSoft, mist, pictureRoom, rule, width } from './look.ts';
import { roomTaken } from './room-taken.ts';
import { drawnTable } from './table.ts';
import { wholeDates } from './whole-dates.ts';

/** A chart already drawn, by the id of its table: a data address of a PNG. */
export type Pictures = Record<string, { picture: string; width: number }>;

/** What a block looks like on paper. */
export function drawnBlock(block: Block, pictures: Pictures): Content {
	switch (block.kind) {
		case 'heading':
			return { text: block.text, style: 'heading', headlineLevel: 2 };
		case 'text':
			return { text: wholeDates(block.text), margin: [0, 0, 0, 8] };
		case 'points':
			return {
				ul: block.points.map((point) => ({ text: onPaper(point), margin: [0, 0, 0, 2] as [number, number, number, number] })),
				margin: [0, 0, 0, 8]
			};
		case 'facts':
			return facts(block.facts);
		case 'awards':
			return awardPanels(block);
		case 'steps': {
			const isShort = roomTaken(block) < 500;
			return {
				// what is kept whole must fit on a page
				unbreakable: isShort,
				stack: [
					{ text: block.heading, style: 'heading' },
					// at the end of a long list it might stand alone on a page
					...(isShort ? [] : [{ text: block.rule, style: 'note' }]),
					{
						ol: block.steps.map(({ heading, text }) => ({
							text: [{ text: heading && `${heading} `, bold: true }, onPaper(text)],
							margin: [0, 0, 0, 3] as [number, number, number, number]
						})),
						fontSize: 9.5
					},
					...(isShort ? [{ text: block.rule, style: 'note', margin: [0, 4, 0, 8] as [number, number, number, number] }] : [])
				]
			};
		}
		case 'table':
			return drawnTable(block.table);
		case 'heat map':
			return drawnHeatMap(heatTable(block), block.levels);
		case 'picture':
			return sheets(block);
		case 'theme profile':
		case 'award counts':
		case 'figure':
			return [chart(pictures[block.table.id]), drawnTable(block.table)];
		case 'xmr':
			return [chart(pictures[block.table.id]), numbered('Signals, numbered as in the chart', block.xmr.signals), drawnTable(block.table)];
	}
}

/** The type of the PDF has no signs for thirds and the like: '4⅔' is written '4 2/3'. */
const onPaper = (text: string) =>
	wholeDates(text).replaceAll(/(\d?)([\u2150-\u215e])/g, (_, whole: string, part: string) =>
		[whole, part.normalize('NFKD').replace('\u2044', '/')].filter(Boolean).join(' ')
	);

const facts = (rows: readonly (readonly [string, string])[]): Content => ({
	layout: 'noBorders',
	table: {
		widths: ['auto', '*'],
		body: rows.map(([label, value]) => [
			{ text: label, color: inkSoft },
			{ text: wholeDates(value), bold: true }
		])
	},
	margin: [0, 0, 0, 10]
});

const chart = (drawn: Pictures[string] | undefined): Content =>
	drawn ? { image: drawn.picture, width: drawn.width, alignment: 'center', margin: [0, 4, 0, 8] } : '';

/** Sentences that a drawing refers to by their numbers. */
const numbered = (heading: string, texts: readonly string[]): Content =>
	texts.length
		? [
				{ text: heading, style: 'heading' },
				{ ol: texts.map(onPaper), margin: [0, 0, 0, 8] }
			]
		: '';

function awardPanels({ figures }: Extract<Block, { kind: 'awards' }>): Content {
	return {
		layout: {
			hLineWidth: () => 0,
			vLineWidth: () => 0,
			fillColor: (_row, _node, column) => (figures[column ?? 0]?.stands ? mist : null),
			paddingTop: () => 8,
			paddingBottom: () => 8,
			paddingLeft: () => 8,
			paddingRight: () => 8
		},
		margin: [0, 0, 0, 12],
		unbreakable: true,
		table: {
			widths: figures.map(() => '*'),
			body: [
				figures.map(({ basis, about, word, note, facts: rows, stands }) => ({
					stack: [
						{
							canvas: [
								{
									type: 'line',
									x1: 0,
									y1: 0,
									x2: width / figures.length - 16,
									y2: 0,
									lineWidth: stands ? 2 : 0.5,
									lineColor: stands ? gold : rule
								}
							]
						},
						{ text: basis, bold: true, fontSize: 12, margin: [0, 6, 0, 0] },
						{ text: about, color: inkSoft, fontSize: 8.5, margin: [0, 0, 0, 6] },
						{ text: word, bold: true, fontSize: stands ? 22 : 16, color: awards[word] ?? inkSoft },
						{ text: note, color: inkSoft, margin: [0, 0, 0, 6] },
						...rows.map(([label, value]) => ({
							text: [
								{ text: `${label} `, color: inkSoft },
								{ text: value, bold: true }
							],
							fontSize: 9
						}))
					]
				}))
			]
		}
	};
}

/** A drawing on landscape pages, of which the part's heading begins the first; its table follows on upright ones. */
const sheets = ({ sheets: drawings, table }: Extract<Block, { kind: 'picture' }>): Content => [
	...drawings.map((svg, place) => ({
		svg,
		fit: [pictureRoom.width, place === 0 ? pictureRoom.firstHeight : pictureRoom.height] as [number, number],
		...(place === 0 ? {} : { pageBreak: 'before' as const })
	})),
	{ text: '', pageBreak: 'before', pageOrientation: 'portrait' },
	drawnTable(table)
];
