import { showDay } from '#lib/domain/calendar/dates.ts';
import { partInWords, type CompositeWeight } from '#lib/domain/paf-sheets/composite.ts';
import type { Sheet } from '#lib/domain/paf-sheets/sheet-reading.server.ts';
import { monthHeads, sideBySide, statisticInWords } from '#lib/domain/paf-sheets/side-by-side.ts';
import { shown } from '#lib/domain/statistics/rounding.ts';
import type { Cell, ReportTable, Section } from '../description.ts';
import { steps } from './steps.ts';

const plainTable = (
	id: string,
	caption: string,
	empty: string,
	rows: Record<string, Cell>[],
	...columns: [string, string][]
): ReportTable => ({
	id,
	caption,
	empty,
	rows,
	columns: columns.map(([key, label]) => ({ key, label, kind: 'text' as const }))
});

/** What the leader enters: statistics with what they are out of, and counts. */
export function statisticsSection({ typed }: Sheet): Section {
	const count = (value: number | null | undefined) => (value === null || value === undefined ? 'not entered' : String(value));
	return {
		id: 'statistics',
		title: 'Statistics',
		blocks: [
			{
				kind: 'table',
				table: plainTable(
					'statistics-typed',
					'Statistics of the month',
					'None are entered.',
					(typed?.statistics ?? []).map((one) => ({
						name: one.name,
						value: statisticInWords(one),
						numerator: one.numerator,
						denominator: one.denominator,
						unit: one.unit
					})),
					['name', 'Statistic'],
					['value', 'Figure']
				)
			},
			{
				kind: 'facts',
				facts: [
					['Escalations', count(typed?.escalations)],
					['Errors', count(typed?.errors)],
					['Compliments', count(typed?.compliments)],
					['Complaints', count(typed?.complaints)]
				]
			},
			{ kind: 'text', text: 'The leader of the team enters these. A rate always stands with what it is out of.' },
			...(typed?.note ? [{ kind: 'text' as const, text: typed.note }] : [])
		]
	};
}

/** What was agreed to aim for and open in the month. */
export const objectivesSection = ({ objectives }: Sheet): Section => ({
	id: 'objectives',
	title: 'Agreed objectives',
	blocks: [
		{
			kind: 'table',
			table: plainTable(
				'objectives-agreed',
				'Objectives open in the month',
				'None were agreed.',
				objectives.map(({ text, measure, dueOn, state, outcome }) => ({
					text,
					measure,
					due: dueOn ? showDay(dueOn) : '',
					state: outcome ? `${state}: ${outcome}` : state
				})),
				['text', 'Objective'],
				['measure', 'How it is seen'],
				['due', 'Due'],
				['state', 'State']
			)
		}
	]
});

/** The composite with its weights; no section where the council has none. */
export function compositeSection({ composite }: Sheet, weights: readonly CompositeWeight[]): Section[] {
	if (!composite) return [];
	const table = plainTable(
		'composite-weights',
		'What the council’s composite is made of',
		'No part has a weight.',
		weights.filter(({ weight }) => weight > 0).map(({ part, weight }) => ({ part: partInWords(part), weight: String(weight) })),
		['part', 'Part'],
		['weight', 'Weight']
	);
	return [
		{
			id: 'composite',
			title: composite.value === null ? 'Composite: not worked out' : `Composite ${shown(composite.value, 1)}`,
			blocks: [
				{ kind: 'table', table },
				steps('How the composite is worked out', composite.steps, 'It stands beside its parts and never in their place.')
			]
		}
	];
}

/** The months side by side, the one of the sheet first. */
export function monthsSection(sheets: readonly Sheet[]): Section {
	const table = plainTable(
		'months-beside',
		'Months side by side',
		'',
		sideBySide(sheets).map(({ component, values }) => ({
			component,
			...Object.fromEntries(values.map((value, at) => [`m${at}`, value]))
		})),
		['component', 'Component'],
		...monthHeads(sheets).map((head, at): [string, string] => [`m${at}`, head])
	);
	return {
		id: 'months',
		title: sheets.length > 1 ? `${sheets.length} months side by side` : 'The first month',
		blocks: [{ kind: 'table', table }]
	};
}
