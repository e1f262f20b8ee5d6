import { mostDots } from '#lib/charts/dots-chart.ts';
import type { Compared } from '#lib/domain/calibration/ratings-compared.ts';
import { coefficients, type Agreement, type Coefficient } from '#lib/domain/statistics/all-agreement.ts';
import { coefficientNames, explainAgreement, readAgreement } from '#lib/domain/statistics/reading-agreement.ts';
import { shownShare } from '#lib/domain/statistics/rounding.ts';
import type { Block, Cell, ReportColumn, ReportTable, Section } from '../description.ts';

/** A coefficient as a figure: agreement in percent, the others as they are. */
const figure = (name: Coefficient, { [name]: found }: Agreement): number | null =>
	found.value === null ? null : name === 'percentage' ? found.value * 100 : found.value;

const heads: Record<Coefficient, string> = {
	percentage: 'Agree %',
	ac1: 'AC1',
	kappa: 'Kappa',
	nominal: 'Alpha nominal',
	ordinal: 'Alpha ordinal',
	interval: 'Alpha interval'
};

const many = (n: number, word: string) => `${n.toLocaleString('en-GB')} ${word}${n === 1 ? '' : 's'}`;

/** How far raters agree, in one line for a heading; the reason where that cannot be said. */
export function agreementInWords({ percentage, ac1 }: Agreement): string {
	if (percentage.value === null) return percentage.note.replace(/\.$/, '');
	return `${shownShare(percentage.value)} of pairs agree${ac1.value === null ? '' : `; AC1 is ${ac1.value.toFixed(2)}`}`;
}

const overallTable = (overall: Agreement): ReportTable => ({
	id: 'overall',
	caption: 'Agreement over all questions',
	columns: [
		{ key: 'name', label: 'Figure', kind: 'text', share: 3 },
		{ key: 'value', label: 'Value', kind: 'number', decimals: 2 },
		{ key: 'reading', label: 'What it says', kind: 'text', share: 5 }
	],
	rows: coefficients.map((name) => ({
		name: `${coefficientNames[name]}${name === 'percentage' ? ', %' : ''}`,
		value: figure(name, overall),
		reading: readAgreement(name, overall[name])
	})),
	empty: 'There are no ratings.'
});

/** What stands beside a question's figures: why there are none, or that they mislead. */
const remark = ({ percentage, skewed }: Agreement) =>
	percentage.value === null ? percentage.note : skewed ? 'Skewed: go by % and AC1.' : '';

function questionsTable({ questions }: Compared): ReportTable {
	const columns: ReportColumn[] = [
		{ key: 'question', label: 'Question', kind: 'text', share: 4 },
		{ key: 'units', label: 'Rated', kind: 'number' },
		...coefficients.map((key): ReportColumn => ({ key, label: heads[key], kind: 'number', decimals: 2 })),
		{ key: 'remark', label: 'Remark', kind: 'text', share: 2 }
	];
	const rows = questions.map(({ id, text, agreement }): Record<string, Cell> => ({
		question: text ? `${id} ${text}` : id,
		units: agreement.units,
		...Object.fromEntries(coefficients.map((name) => [name, figure(name, agreement)])),
		remark: remark(agreement)
	}));
	const note = 'Rated: how many subjects have a rating. A dash: the figure cannot be worked out, or the answers have no order.';
	return { id: 'questions', caption: 'Agreement by question', note, columns, rows, empty: 'There are no questions.' };
}

/** Percentage agreement and AC1 of each question, drawn above their table; the table alone where there are too many or none. */
function questionsDrawn(compared: Compared): Block {
	const table = questionsTable(compared);
	const rows = compared.questions.map(({ id, text, agreement: { percentage, ac1 } }) => ({
		name: text ? `${id} ${text}` : id,
		value: percentage.value,
		low: null,
		high: null,
		beside: ac1.value
	}));
	if (rows.length > mostDots || rows.every(({ value }) => value === null)) return { kind: 'table', table };
	const least = Math.min(0, ...rows.map(({ beside }) => beside ?? 0));
	const figure = {
		of: 'dots' as const,
		name: 'Share of pairs that agree',
		beside: 'AC1',
		rows,
		scale: [least < -0.5 ? -1 : least < 0 ? -0.5 : 0, 1] as [number, number],
		middle: least < 0 ? 0 : null
	};
	return {
		kind: 'figure',
		figure,
		table,
		label: 'Share of pairs that agree, and AC1, question by question; the table has the same as percentages'
	};
}

/**
 * How far raters agree, overall and question by question, each figure read in plain English and explained. For sessions and
 * for ratings made elsewhere alike. DOMAIN section 5.2.
 */
export function agreementSections(compared: Compared): Section[] {
	const { overall } = compared;
	const warning: Block[] = overall.skewed ? [{ kind: 'text', text: overall.skewed }] : [];
	const about = `${many(overall.raters, 'rater')}, ${many(overall.units, 'unit')} (one question about one subject each), ${many(overall.ratings, 'rating')}.`;
	return [
		{
			id: 'overall',
			title: `Overall: ${agreementInWords(overall)}`,
			blocks: [
				{ kind: 'text', text: about },
				...warning,
				{ kind: 'table', table: overallTable(overall) },
				{
					kind: 'steps',
					heading: 'How these figures are worked out',
					steps: coefficients.map((name) => ({ heading: `${coefficientNames[name]}.`, text: explainAgreement[name] })),
					rule: 'Gwet, Handbook of Inter-Rater Reliability (2014); Krippendorff, Computing Krippendorff’s Alpha-Reliability (2011); Fleiss, Measuring nominal scale agreement among many raters (1971).'
				}
			]
		},
		{ id: 'by-question', title: titleOf(compared), blocks: [questionsDrawn(compared)] }
	];
}

/** The question most differ on, which is the one to talk about. */
function titleOf({ questions }: Compared): string {
	const told = questions.flatMap(({ id, text, agreement: { percentage } }) =>
		percentage.value === null ? [] : [{ name: text ? `${id} ${text}` : id, share: percentage.value }]
	);
	const least = told.toSorted((a, b) => a.share - b.share)[0];
	if (!least) return 'By question: nothing to compare yet';
	return least.share === 1 ? 'By question: everybody agrees on every one' : `By question: most differ on ${least.name}`;
}
