import { expect, test } from 'vitest';
import type { Figure } from '#lib/charts/figure.ts';
import type { Report, ReportTable } from '../description.ts';
import { readPdf } from '../../../../tests/support/pdf-text.ts';
import { drawPdf } from './drawing.server.ts';

const many = Array.from({ length: 60 }, (_, n) => ({
	number: `${1 + Math.floor(n / 15)}.${(n % 15) + 1}`,
	title: `A criterion with a title that is long enough to need two lines in its column, number ${n + 1}`,
	level: n % 6
}));
const report: Report = {
	name: 'Housing repairs 2026/27',
	title: 'Housing repairs holds Bronze, one criterion from Silver',
	subtitle: 'Self-assessment 2026/27, Enfield five levels 1.0',
	lead: 'Agreed on 19 November 2026. The service claimed Silver; three criteria have no current evidence.',
	facts: [
		['Service', 'Housing repairs'],
		['Agreed', '19 November 2026']
	],
	council: 'Marlbourne Borough Council',
	madeAt: Date.UTC(2026, 10, 21, 9, 14),
	sections: [
		{
			id: 'result',
			title: 'Level 2, Bronze',
			blocks: [
				{
					kind: 'awards',
					figures: [
						{
							basis: 'Claimed',
							about: 'From the service’s own answers',
							ring: null,
							word: 'Silver',
							note: 'Level 3',
							facts: [['Maturity index', '3.25']],
							stands: false
						},
						{
							basis: 'Evidenced',
							about: 'With current evidence',
							ring: null,
							word: 'Bronze',
							note: 'Level 2',
							facts: [['Maturity index', '3.10']],
							stands: false
						},
						{
							basis: 'Agreed',
							about: 'After moderation. This one is the award.',
							ring: null,
							word: 'Bronze',
							note: 'Level 2',
							facts: [['Maturity index', '2.98']],
							stands: true
						}
					]
				},
				{
					kind: 'steps',
					heading: 'How this was worked out',
					steps: [{ heading: 'Level 1 Interested.', text: '5 criteria apply, 5 count as Fully.' }],
					rule: 'Rule: a level is attained when all its criteria are at least Largely.'
				},
				{
					kind: 'theme profile',
					label: 'Theme profile',
					profile: {
						levels: 5,
						themes: [
							{ name: 'Strategy', claimed: 4, evidenced: 4, agreed: 4 },
							{ name: 'Culture', claimed: 3, evidenced: 2, agreed: 2 },
							{ name: 'Feedback', claimed: 3, evidenced: 3, agreed: 3 },
							{ name: 'Analytics', claimed: null, evidenced: null, agreed: null }
						]
					},
					table: {
						id: 'themes',
						caption: 'Level reached in each theme',
						columns: [
							{ key: 'title', label: 'Theme', kind: 'text' },
							{ key: 'level', label: 'Agreed', kind: 'number' }
						],
						rows: [{ title: 'Strategy', level: 4 }],
						empty: ''
					}
				}
			]
		},
		{
			id: 'answers',
			title: 'Every answer and what it rests on',
			blocks: [
				{
					kind: 'table',
					table: {
						id: 'answers',
						caption: 'Answers',
						note: 'In the order of the framework',
						columns: [
							{ key: 'number', label: 'No', kind: 'text', share: 0.4 },
							{ key: 'title', label: 'Criterion', kind: 'text', share: 3 },
							{ key: 'level', label: 'Level', kind: 'number', share: 0.6 }
						],
						rows: many,
						empty: 'None'
					}
				},
				{
					kind: 'heat map',
					caption: 'Levels',
					levels: 5,
					heat: {
						columns: [{ key: 'strategy', label: 'Strategy', short: 'Str', place: '' }],
						kinds: [
							{ level: 2, label: 'level 2' },
							{ level: null, label: 'no level yet' }
						],
						groups: [
							{
								name: 'Homes',
								rows: many.slice(0, 8).map(({ title }, n) => ({ name: title, href: undefined, cells: [n % 2], note: 'Not agreed' }))
							}
						]
					}
				}
			]
		}
	]
};

test('a report is drawn as a PDF', async () => {
	const pdf = await drawPdf(report, null);
	expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
});

/** Parts, each with a heading and a table deep on its page, wherever that falls. */
const parts = (lines: number): Report => ({
	...report,
	sections: Array.from({ length: 6 }, (_, n) => ({
		id: `part-${n}`,
		title: `Part ${n}`,
		blocks: [
			{ kind: 'points' as const, points: Array.from({ length: lines }, (_, i) => `Point ${i} of part ${n}`) },
			{ kind: 'heading' as const, text: `Heading of part ${n}` },
			{ kind: 'text' as const, text: `Under the heading of part ${n}` },
			{
				kind: 'table' as const,
				table: {
					id: `table-${n}`,
					caption: `Caption of part ${n}`,
					columns: [{ key: 'cell', label: `Head of part ${n}`, kind: 'text' as const }],
					rows: [{ cell: `Cell of part ${n}` }],
					empty: ''
				}
			}
		]
	}))
});

test.each([5, 15, 22, 28, 90])('nothing is lost, kept whole on a page or running on, with %i lines before a heading', async (lines) => {
	const { text } = readPdf(Buffer.from(await drawPdf(parts(lines), null)));
	for (let n = 0; n < 6; n++)
		for (const words of [`Heading of part ${n}`, `Under the heading of part ${n}`, `Caption of part ${n}`, `Cell of part ${n}`])
			expect(text).toContain(words);
});

/** A part with a chart of so many lines above its table, after a first part of a few words. */
const drawn = (lines: number): Report => {
	const names = Array.from({ length: lines }, (_, n) => `Line ${n}`);
	const table: ReportTable = {
		id: 'drawn',
		caption: 'The same as a table',
		columns: [{ key: 'name', label: 'Name', kind: 'text' }],
		rows: names.map((name) => ({ name })),
		empty: ''
	};
	const rows = names.map((name) => ({ name, value: 50, low: 40, high: 60, beside: null }));
	const figure: Figure = { of: 'dots', name: 'Mean', beside: null, rows, scale: [0, 100], middle: null };
	const words = { kind: 'text' as const, text: 'A few words.' };
	return {
		...report,
		sections: [
			{ id: 'first', title: 'First', blocks: [words] },
			{ id: 'second', title: 'Drawn', blocks: [{ kind: 'figure', figure, table, label: 'Means' }, words] },
			{ id: 'third', title: 'Then more', blocks: [words] }
		]
	};
};

test.each([1, 4, 9, 14, 24])('a chart of %i lines with its table is drawn whole, and all that follows', async (lines) => {
	const { text } = readPdf(Buffer.from(await drawPdf(drawn(lines), null)));
	for (const words of ['Drawn', 'The same as a table', `Line ${lines - 1}`, 'Then more']) expect(text).toContain(words);
});

/** Parts of a table each, with so many rows whose narrow last column takes so many words. */
const tall = (rows: number, words: number): Report => ({
	...report,
	sections: Array.from({ length: 4 }, (_, n) => ({
		id: `tall-${n}`,
		title: `Tall ${n}`,
		blocks: [
			{
				kind: 'table' as const,
				table: {
					id: `tall-${n}`,
					caption: `Table ${n}`,
					columns: [
						{ key: 'name', label: 'Name', kind: 'text' as const, share: 3 },
						{ key: 'words', label: 'Words', kind: 'text' as const }
					],
					rows: Array.from({ length: rows }, (_, row) => ({ name: `Row ${row} of ${n}`, words: Array(words).fill('words').join(' ') })),
					empty: ''
				}
			}
		]
	}))
});

test.each([
	[3, 60],
	[6, 25],
	[9, 20],
	[11, 24],
	[15, 12],
	[15, 3],
	[2, 400]
])('no row is lost of %i with %i words in a narrow column', async (rows, words) => {
	const { text } = readPdf(Buffer.from(await drawPdf(tall(rows, words), null)));
	for (let n = 0; n < 4; n++) for (let row = 0; row < rows; row++) expect(text).toContain(`Row ${row} of ${n}`);
});
