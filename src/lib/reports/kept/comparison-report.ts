import { showMoment } from '#lib/domain/calendar/dates.ts';
import type { Report, Section } from '../description.ts';
import { changes, compareReports, type ChangeKind, type Difference, type TableCompared } from './comparing.ts';

type KeptAs = { number: number; keptAt: number; report: Report };

const words: Record<ChangeKind, (count: number) => string> = {
	rose: (n) => `${n} rose`,
	fell: (n) => `${n} fell`,
	new: (n) => `${n} ${n === 1 ? 'is' : 'are'} new`,
	gone: (n) => `${n} ${n === 1 ? 'is' : 'are'} gone`,
	'reads otherwise': (n) => `${n} ${n === 1 ? 'reads' : 'read'} otherwise`
};

/** 'Three rose, one is gone': what of these differences there is, in words. */
function countsInWords(differences: readonly Difference[]): string {
	const found = changes.map((kind) => [kind, differences.filter(({ change }) => change === kind).length] as const);
	return found
		.filter(([, count]) => count)
		.map(([kind, count]) => words[kind](count))
		.join(', ');
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const shown = (by: number) => {
	const size = Number(Math.abs(by).toFixed(2)).toLocaleString('en-GB', { maximumFractionDigits: 2 });
	return `by ${size}`;
};

/** 'Rose by 3', 'Fell', 'This row is new'. A share of a share is not said in points: both stand beside it. */
function inWords({ change, by, figure, now }: Difference): string {
	if (!figure) return change === 'new' ? 'New' : 'Gone';
	if (change === 'reads otherwise') return 'Reads otherwise';
	if (by === null || / of \d/.test(now)) return capital(change);
	return `${capital(change)} ${shown(by)}`;
}

const sectionOf = ({ id, caption, differences, figures, same }: TableCompared): Section => ({
	id,
	title: `${caption}: ${countsInWords(differences)}`,
	blocks: [
		{
			kind: 'table',
			table: {
				id,
				caption,
				note: `${same} of ${figures} compared figures and rows are the same.`,
				columns: [
					{ key: 'row', label: 'Row', kind: 'text', share: 2.2, width: 50 },
					{ key: 'figure', label: 'Figure', kind: 'text', share: 1.2, width: 24 },
					{ key: 'before', label: 'Before', kind: 'text', share: 1.4, width: 30 },
					{ key: 'now', label: 'Then', kind: 'text', share: 1.4, width: 30 },
					{ key: 'change', label: 'Change', kind: 'text', share: 1.2, width: 20 }
				],
				rows: differences.map((one) => ({
					row: one.row,
					figure: one.figure || 'The whole row',
					before: one.before,
					now: one.now,
					change: inWords(one)
				})),
				empty: 'Nothing changed.'
			}
		}
	]
});

/** Two kept reports of the same, figure by figure, as a report itself: page, PDF, workbook and JSON are made of it. Pure. */
export function comparisonReport(before: KeptAs, after: KeptAs): Report {
	const tables = compareReports(before.report, after.report);
	const changed = tables.filter(({ differences }) => differences.length);
	const all = changed.flatMap(({ differences }) => differences);
	const alike = tables.filter(({ differences }) => !differences.length);
	const figures = tables.reduce((sum, table) => sum + table.figures, 0);
	return {
		name: `${after.report.name} compared`,
		title: all.length ? capital(countsInWords(all)) : 'Nothing changed between the two',
		subtitle: `${after.report.name}: ${showMoment(before.keptAt)} and ${showMoment(after.keptAt)}`,
		lead: `Of ${figures.toLocaleString('en-GB')} figures and rows that were compared, ${(figures - all.length).toLocaleString('en-GB')} are the same.`,
		facts: [
			['Before', `Kept report ${before.number}, ${before.report.title}`],
			['Then', `Kept report ${after.number}, ${after.report.title}`]
		],
		council: after.report.council,
		madeAt: after.keptAt,
		sections: [
			...changed.map(sectionOf),
			{
				id: 'how',
				title: 'How the two were compared',
				blocks: [
					{
						kind: 'points',
						points: [
							'Tables are matched by what they are about, rows by their names and figures by their columns.',
							'A figure rose or fell where the number it begins with did; of “12 of 15” the share is compared. Other words only read otherwise.',
							'A row is new where no row of its name stood there before, and gone where none stands there any more: a thing that was renamed is both.',
							...(alike.length ? [`Nothing changed in: ${alike.map(({ caption }) => caption).join('; ')}.`] : [])
						]
					}
				]
			}
		]
	};
}
