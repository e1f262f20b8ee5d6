import { showDay } from '#lib/domain/calendar/dates.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { compositeSettingOf } from '#lib/domain/paf-sheets/composite-setting.server.ts';
import { partInWords } from '#lib/domain/paf-sheets/composite.ts';
import type { MeanFigure } from '#lib/domain/paf-sheets/figures.ts';
import { monthsWithSheets, sheetsOf, type Sheet } from '#lib/domain/paf-sheets/sheet-reading.server.ts';
import { countInWords, meanInWords, monthHeads, sideBySide, statisticInWords } from '#lib/domain/paf-sheets/side-by-side.ts';
import type { StaffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { showMonth } from '#lib/domain/paf/month.ts';
import { shown } from '#lib/domain/statistics/rounding.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Block, Cell, Report, ReportTable } from '../description.ts';
import { steps } from './steps.ts';

/** So many months stand side by side. */
const monthsBeside = 6;

const meanRow = (figure: MeanFigure) => ({
	what: figure.name,
	mean: figure.interval?.mean ?? null,
	low: figure.interval?.low ?? null,
	high: figure.interval?.high ?? null,
	n: figure.n,
	sampled: figure.sampled,
	chosen: figure.chosen,
	of: figure.interval?.population ?? null
});

const means = (id: string, caption: string, figures: readonly MeanFigure[]): Block => ({
	kind: 'table',
	table: {
		id,
		caption,
		note: 'Nothing is shown under two scores.',
		columns: [
			{ key: 'what', label: 'What', kind: 'text', share: 2 },
			{ key: 'mean', label: 'Mean', kind: 'number', decimals: 2 },
			{ key: 'low', label: 'From', kind: 'number', decimals: 2 },
			{ key: 'high', label: 'To', kind: 'number', decimals: 2 },
			{ key: 'n', label: 'Scores', kind: 'number' },
			{ key: 'sampled', label: 'Drawn', kind: 'number' },
			{ key: 'chosen', label: 'Chosen', kind: 'number' },
			{ key: 'of', label: 'Out of', kind: 'number' }
		],
		rows: figures.map(meanRow),
		empty: 'Nothing that counts was scored.'
	}
});

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

/** The monthly sheet of one advisor with the months beside it: page, PDF, workbook and JSON. DOMAIN section 5.2. */
export function sheetReport(db: Database, member: StaffSeen, month: string): Report {
	const before = monthsWithSheets(db, member.id)
		.filter((one) => one < month)
		.slice(0, monthsBeside - 1);
	const sheets = sheetsOf(db, member.id, [month, ...before]);
	const sheet = sheets[0] as Sheet;
	const { quality, access, typed, composite } = sheet;
	const beside = [
		...(sheet.chosenBeside ? [`${sheet.chosenBeside} chosen by somebody stand beside and do not count in the mean.`] : []),
		...(sheet.upheld ? [`${sheet.upheld} do not count because an appeal was upheld.`] : []),
		...(sheet.critical ? [`${sheet.critical} failed a critical question and count as 0.`] : [])
	];
	const count = (value: number | null | undefined) => (value === null || value === undefined ? 'not entered' : String(value));
	const months = sideBySide(sheets);
	return {
		name: `Monthly sheet ${member.name} ${month}`,
		title: quality.interval
			? `Mean quality ${shown(quality.interval.mean, 1)} in ${showMonth(month)}, from ${quality.n} scores`
			: `${showMonth(month)}: ${quality.n ? 'one score, so no mean is shown' : 'nothing is scored yet'}`,
		subtitle: `Monthly sheet of ${member.name}${sheet.team || member.team ? `, ${sheet.team || member.team}` : ''}`,
		lead: 'Each component by itself: quality, access, statistics, and what customers and colleagues said.',
		facts: [
			['Quality', meanInWords(quality)],
			['Scores', countInWords(quality)],
			['Access', meanInWords(access)]
		],
		council: councilOf(db)?.name ?? '',
		madeAt: now(),
		sections: [
			{
				id: 'quality',
				title: 'Quality',
				blocks: [
					means('quality-scores', 'Quality, all channels and each', [quality, ...sheet.byChannel]),
					...(beside.length ? [{ kind: 'points' as const, points: beside }] : []),
					steps(
						'How the mean and its interval are worked out',
						quality.explained,
						'The mean of the scores that count, with a 95% t interval; narrower where the list they were drawn from is known.'
					),
					...sheet.byChannel.map((figure) =>
						steps(`How ${figure.name} is worked out`, figure.explained, 'The same, for this channel alone.')
					)
				]
			},
			{
				id: 'access',
				title: 'Access, never blended with quality',
				blocks: access
					? [
							means('access-scores', 'Access', [access]),
							steps(
								'How access is worked out',
								access.explained,
								'Waiting and finding the way are scored apart, so that good manners do not hide them.'
							)
						]
					: [{ kind: 'text', text: 'Nothing was scored for access.' }]
			},
			{
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
			},
			{
				id: 'objectives',
				title: 'Agreed objectives',
				blocks: [
					{
						kind: 'table',
						table: plainTable(
							'objectives-agreed',
							'Objectives open in the month',
							'None were agreed.',
							sheet.objectives.map(({ text, measure, dueOn, state, outcome }) => ({
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
			},
			...(composite
				? [
						{
							id: 'composite',
							title: composite.value === null ? 'Composite: not worked out' : `Composite ${shown(composite.value, 1)}`,
							blocks: [
								{
									kind: 'table' as const,
									table: plainTable(
										'composite-weights',
										'What the council’s composite is made of',
										'No part has a weight.',
										compositeSettingOf(db)
											.weights.filter(({ weight }) => weight > 0)
											.map(({ part, weight }) => ({ part: partInWords(part), weight: String(weight) })),
										['part', 'Part'],
										['weight', 'Weight']
									)
								},
								steps('How the composite is worked out', composite.steps, 'It stands beside its parts and never in their place.')
							]
						}
					]
				: []),
			{
				id: 'months',
				title: sheets.length > 1 ? `${sheets.length} months side by side` : 'The first month',
				blocks: [
					{
						kind: 'table',
						table: plainTable(
							'months-beside',
							'Months side by side',
							'',
							months.map(({ component, values }) => ({ component, ...Object.fromEntries(values.map((value, at) => [`m${at}`, value])) })),
							['component', 'Component'],
							...monthHeads(sheets).map((head, at): [string, string] => [`m${at}`, head])
						)
					}
				]
			}
		]
	};
}
