import type { Content } from 'pdfmake/interfaces.js';
import { sayCell } from '../say-cell.ts';
import type { Block, ReportTable } from '../description.ts';
import { awards, gold, inkSoft, mist, rule, ruled, width } from './look.ts';

/** A chart already drawn, by the id of its table: a data address of a PNG. */
export type Pictures = Record<string, { picture: string; width: number }>;

/** What a block looks like on paper. */
export function drawnBlock(block: Block, pictures: Pictures): Content {
	switch (block.kind) {
		case 'text':
			return { text: block.text, margin: [0, 0, 0, 8] };
		case 'facts':
			return facts(block.facts);
		case 'awards':
			return awardPanels(block);
		case 'steps':
			return {
				unbreakable: true,
				stack: [
					{ text: block.heading, style: 'heading' },
					{
						ol: block.steps.map(({ heading, text }) => ({
							text: [{ text: heading && `${heading} `, bold: true }, onPaper(text)],
							margin: [0, 0, 0, 3] as [number, number, number, number]
						})),
						fontSize: 9.5
					},
					{ text: block.rule, style: 'note', margin: [0, 4, 0, 8] }
				]
			};
		case 'table':
			return table(block.table);
		case 'heat map':
			return heatMap(block.table, block.levels);
		case 'theme profile':
		case 'award counts':
			return [chart(pictures[block.table.id]), table(block.table)];
	}
}

/** The type of the PDF has no signs for thirds and the like: '4⅔' is written '4 2/3'. */
const onPaper = (text: string) =>
	text.replaceAll(/(\d?)([\u2150-\u215e])/g, (_, whole: string, part: string) =>
		[whole, part.normalize('NFKD').replace('\u2044', '/')].filter(Boolean).join(' ')
	);

const facts = (rows: readonly (readonly [string, string])[]): Content => ({
	layout: 'noBorders',
	table: {
		widths: ['auto', '*'],
		body: rows.map(([label, value]) => [
			{ text: label, color: inkSoft },
			{ text: value, bold: true }
		])
	},
	margin: [0, 0, 0, 10]
});

const chart = (drawn: Pictures[string] | undefined): Content =>
	drawn ? { image: drawn.picture, width: drawn.width, alignment: 'center', margin: [0, 4, 0, 8] } : '';

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

const head = (label: string, right: boolean) => ({ text: label, style: 'head', alignment: right ? ('right' as const) : ('left' as const) });

/** A table with its head repeated on each page; a row is never torn in two. */
function table({ caption, note, columns, rows, empty }: ReportTable): Content {
	const title: Content[] = [{ text: caption, style: 'caption', headlineLevel: 2 }, ...(note ? [{ text: note, style: 'note' }] : [])];
	if (!rows.length) return [...title, { text: empty, color: inkSoft, margin: [0, 0, 0, 10] }];
	const shares = columns.map((column) => column.share ?? 1);
	const all = shares.reduce((sum, share) => sum + share, 0);
	return [
		...title,
		{
			layout: ruled,
			margin: [0, 0, 0, 12],
			table: {
				headerRows: 1,
				keepWithHeaderRows: 1,
				dontBreakRows: true,
				widths: shares.map((share) => `${((share / all) * 100).toFixed(2)}%`),
				body: [
					columns.map((column) => head(column.label, column.kind === 'number')),
					...rows.map((row) =>
						columns.map((column, i) => ({
							text: sayCell(row[column.key] ?? null, column),
							style: 'cell',
							bold: i === 0,
							alignment: column.kind === 'number' ? ('right' as const) : ('left' as const)
						}))
					)
				]
			}
		}
	];
}

const depths = ['#ffffff', '#e6f0f1', '#c9dfe2', '#8fb9c0', '#2a7480', '#0c2f38'];

/** Levels as figures on deeper ground; the figure says it, the ground only helps. */
function heatMap({ caption, note, columns, rows, empty }: ReportTable, levels: number): Content {
	if (!rows.length)
		return [
			{ text: caption, style: 'caption' },
			{ text: empty, color: inkSoft }
		];
	const depth = (value: unknown) =>
		typeof value === 'number' ? Math.min(depths.length - 1, Math.round((value / levels) * (depths.length - 1))) : 0;
	return [
		{ text: caption, style: 'caption' },
		...(note ? [{ text: note, style: 'note' }] : []),
		{
			layout: { ...ruled, hLineWidth: () => 2, hLineColor: () => '#ffffff', vLineWidth: () => 2, vLineColor: () => '#ffffff' },
			margin: [0, 0, 0, 12],
			table: {
				headerRows: 1,
				dontBreakRows: true,
				widths: columns.map((column, i) => (i === 0 ? '26%' : column.kind === 'text' ? '16%' : '*')),
				body: [
					columns.map((column) => head(column.label, false)),
					...rows.map((row) =>
						columns.map((column, i) => {
							const value = row[column.key] ?? null;
							if (column.kind !== 'number') return { text: sayCell(value, column), style: 'cell', bold: i === 0 };
							const deep = depth(value);
							return {
								text: sayCell(value, column),
								style: 'cell',
								bold: true,
								fillColor: depths[deep] ?? '#ffffff',
								color: deep >= 4 ? '#ffffff' : '#12272d'
							};
						})
					)
				]
			}
		}
	];
}
