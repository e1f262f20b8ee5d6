import { can, servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { capital } from '#lib/domain/actions/wording.ts';
import { clockRule } from '#lib/domain/complaints/explaining-clocks.ts';
import { fewestForShare, shownFigure, type Counted } from '#lib/domain/complaints/figure-words.ts';
import { figureNames, figureRows, sumsOf, type FigureRow, type Of } from '#lib/domain/complaints/figures.server.ts';
import { causesOf, lessonsOf } from '#lib/domain/complaints/lessons.server.ts';
import { feedbackSettingsOf } from '#lib/domain/complaints/settings.server.ts';
import { causes } from '#lib/domain/complaints/words.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { isMonth, monthOf, monthsLater, showMonth } from '#lib/domain/paf/month.ts';
import { drawnXmr } from '#lib/domain/statistics/drawn-xmr.ts';
import { xmr } from '#lib/domain/statistics/xmr.ts';
import { satisfactionByPart, type PartFigure } from '#lib/domain/surveys/results.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import type { Block, Report, ReportTable } from '../description.ts';

type Months = { from: string; to: string; today: string };

/** The months that are over, the latest first, two years of them: what a report can be asked for. */
export const monthsToReport = (today: string): string[] => Array.from({ length: 24 }, (_, back) => monthsLater(monthOf(today), -1 - back));

/** The month a report is of: the one asked for where it is over, else the last one. */
export const monthToReport = (asked: string | null, today: string): string =>
	asked && isMonth(asked) && asked < monthOf(today) ? asked : monthsLater(monthOf(today), -1);

/** No share in per cent of fewer than five: its counts stand beside it. */
const percent = ({ numerator, denominator }: Counted) =>
	denominator !== null && denominator >= fewestForShare ? (numerator / denominator) * 100 : null;
/** Of nothing that was due there is nothing to count. */
const countOf = ({ numerator, denominator }: Counted) => (denominator === 0 ? null : numerator);
const number = (key: string, label: string) => ({ key, label, kind: 'number' as const });
const rate = (key: string, label: string) => ({ key, label, kind: 'number' as const, decimals: 2 });

/** Every figure with its counts, and beside it the same of the year before. */
const figuresTable = (id: string, caption: string, rows: readonly FigureRow[], when: string, before: string): ReportTable => ({
	id,
	caption,
	note: 'A share of fewer than five is given as counts only.',
	columns: [
		{ key: 'name', label: 'What', kind: 'text', width: 34, share: 3 },
		number('n', when),
		number('of', 'Of'),
		rate('share', '%'),
		number('n2', before),
		number('of2', 'Of then'),
		rate('share2', '% then')
	],
	rows: rows.map(({ name, now: here, before: there }) => ({
		name,
		n: countOf(here),
		of: here.denominator,
		share: percent(here),
		n2: countOf(there),
		of2: there.denominator,
		share2: percent(there)
	})),
	empty: 'Nothing came in.'
});

/** Complaints by service, this month and a year before, with the answers at stage 1 that were due. */
function servicesTable(db: Database, of: Of, month: Months, year: Months): ReportTable {
	const names = new Map(
		db
			.select({ id: services.id, name: services.name })
			.from(services)
			.all()
			.map(({ id, name }) => [id, name])
	);
	const counted = new Map<string, { n: number; n2: number; inTime: number; due: number }>();
	const add = (id: string | null, change: Partial<{ n: number; n2: number; inTime: number; due: number }>) => {
		const row = counted.get(id ?? '') ?? { n: 0, n2: 0, inTime: 0, due: 0 };
		for (const key of Object.keys(change) as (keyof typeof row)[]) row[key] += change[key] ?? 0;
		counted.set(id ?? '', row);
	};
	for (const { serviceId, numerator } of sumsOf(db, 'complaint', of, month)) add(serviceId, { n: numerator });
	for (const { serviceId, numerator } of sumsOf(db, 'complaint', of, year)) add(serviceId, { n2: numerator });
	for (const { serviceId, numerator, denominator } of sumsOf(db, 'stage 1 in time', of, month))
		add(serviceId, { inTime: numerator, due: denominator ?? 0 });
	return {
		id: 'by-service',
		caption: 'Complaints by service',
		columns: [
			{ key: 'name', label: 'Service', kind: 'text', width: 34, share: 3 },
			number('n', showMonth(month.to)),
			number('n2', showMonth(year.to)),
			number('inTime', 'Stage 1 in time'),
			number('due', 'Of those due')
		],
		rows: [...counted]
			.map(([id, row]) => ({ name: names.get(id) ?? 'Not said', ...row }))
			.sort((a, b) => b.n - a.n || a.name.localeCompare(b.name, 'en-GB')),
		empty: 'No service had a complaint.'
	};
}

/** Why it came to the complaints, over twelve months: a month has too few. */
function causesTable(db: Database, of: Of, twelve: Months, before: Months): ReportTable {
	const [here, there] = [twelve, before].map((months) => new Map(causesOf(db, of, months).map(({ cause, count }) => [cause, count]))) as [
		Map<string | null, number>,
		Map<string | null, number>
	];
	const all = [...causes, null].map((cause) => ({
		name: cause ? capital(cause) : 'Not said yet',
		n: here.get(cause) ?? 0,
		n2: there.get(cause) ?? 0
	}));
	return {
		id: 'causes',
		caption: 'Causes of complaints',
		columns: [
			{ key: 'name', label: 'Cause', kind: 'text', width: 34, share: 3 },
			number('n', 'Twelve months'),
			number('n2', 'Twelve months before')
		],
		rows: all.filter(({ n, n2 }) => n + n2 > 0).sort((a, b) => b.n - a.n),
		empty: 'No complaint came in.'
	};
}

const partsTable = (here: readonly PartFigure[], there: readonly PartFigure[]): ReportTable => ({
	id: 'satisfaction',
	caption: 'Satisfaction by part',
	columns: [
		{ key: 'name', label: 'Part', kind: 'text', width: 26, share: 3 },
		number('n', 'Satisfied'),
		number('of', 'Of those who answered'),
		rate('share', '%'),
		rate('low', 'From, %'),
		rate('high', 'To, %'),
		rate('share2', 'The year before, %'),
		number('of2', 'Of then')
	],
	rows: here.map(({ name, satisfied, answered, share }, at) => ({
		name,
		n: satisfied,
		of: answered,
		share: share && share.share * 100,
		low: share && share.low * 100,
		high: share && share.high * 100,
		share2: there[at]?.share ? there[at].share.share * 100 : null,
		of2: there[at]?.answered ?? 0
	})),
	empty: 'Nobody was asked.'
});

/** Complaints month by month over two years, as a trend. */
function trend(db: Database, of: Of, month: Months): Block {
	const from = monthsLater(month.to, -23);
	const sums = sumsOf(db, 'complaint', of, { ...month, from });
	const points = Array.from({ length: 24 }, (_, at) => {
		const period = monthsLater(from, at);
		return { name: showMonth(period), value: sums.filter((one) => one.period === period).reduce((sum, one) => sum + one.numerator, 0) };
	});
	const drawn = drawnXmr('Complaints', points, xmr(points, [0, Infinity]), { scale: [0, null], places: 0 });
	const table: ReportTable = {
		id: 'by-month',
		caption: 'Complaints by month',
		columns: [{ key: 'name', label: 'Month', kind: 'text', width: 20 }, number('value', 'Complaints')],
		rows: points,
		empty: 'No complaint came in.'
	};
	return { kind: 'xmr', xmr: drawn, table, label: 'Complaints by month over two years, with their limits' };
}

function titleOf(rows: readonly FigureRow[], month: string): string {
	const { now: here, before: there } = rows.find(({ key }) => key === 'complaint')!;
	const less = there.numerator - here.numerator;
	const compared = less === 0 ? 'as many as' : less > 0 ? `${less} fewer than` : `${-less} more than`;
	return `${here.numerator} ${here.numerator === 1 ? 'complaint' : 'complaints'} in ${showMonth(month)}, ${compared} the year before`;
}

/**
 * The monthly report of complaints and satisfaction with the year before beside it, of the services the person may read: page,
 * PDF, spreadsheet and JSON. Every rate has its numerator and denominator; nothing tells who a customer is. 404 for who may read
 * none, and for a month that is not over. Northampton 17; DOMAIN sections 7 and 8.
 */
export function complaintsReport(db: Database, person: Person, asked: string, today: string): Report {
	const of: Of = servicesWhere(person, 'see feedback report');
	if (!of.length || !isMonth(asked) || asked >= monthOf(today)) notFound();
	const monthsOf = (from: string, to: string): Months => ({ from, to, today });
	const [month, year] = [monthsOf(asked, asked), monthsOf(monthsLater(asked, -12), monthsLater(asked, -12))];
	const [twelve, before] = [monthsOf(monthsLater(asked, -11), asked), monthsOf(monthsLater(asked, -23), monthsLater(asked, -12))];
	const rows = figureRows(db, of, month, year);
	const ofTwelve = figureRows(db, of, twelve, before);
	const daysOf = ({ from, to }: Months) => ({ from: `${from}-01`, to: `${to}-31` });
	const those = of === 'all' ? 'all' : [...of];
	const parts = satisfactionByPart(db, { services: those, ...daysOf(month) });
	const partsBefore = satisfactionByPart(db, { services: those, ...daysOf(year) });
	const lessons = lessonsOf(db, of, month);
	const benchmark = feedbackSettingsOf(db);
	const council = councilOf(db)?.name ?? '';
	const whose = of === 'all' ? council : 'The services you work for';
	const shownOf = (key: FigureRow['key']) => rows.find((row) => row.key === key)!;
	const table = (one: ReportTable): Block => ({ kind: 'table', table: one });
	const overall = parts[0];
	return {
		name: `Complaints ${asked}`,
		title: titleOf(rows, asked),
		subtitle: `Complaints and satisfaction · ${whose}`,
		lead: `${showMonth(asked)}, with ${showMonth(year.to)} beside it. In twelve months ${shownFigure(ofTwelve[0]!.now)} complaints came in, ${shownFigure(ofTwelve[0]!.before)} in the twelve before.`,
		facts: [
			['Acknowledged in time', shownFigure(shownOf('acknowledged in time').now)],
			['Stage 1 answered in time', shownFigure(shownOf('stage 1 in time').now)],
			[
				'Satisfied overall',
				overall?.share
					? shownFigure({ numerator: overall.share.numerator, denominator: overall.share.denominator })
					: 'Fewer than five answers'
			]
		],
		council,
		madeAt: now(),
		sections: [
			{
				id: 'month',
				title: `What came in and what was due in ${showMonth(asked)}`,
				blocks: [table(figuresTable('figures', `Feedback in ${showMonth(asked)}`, rows, showMonth(asked), showMonth(year.to)))]
			},
			{
				id: 'twelve-months',
				title: 'The twelve months to then',
				blocks: [
					table(figuresTable('twelve', `Feedback in the twelve months to ${showMonth(asked)}`, ofTwelve, 'Twelve months', 'Twelve before')),
					trend(db, of, month)
				]
			},
			{ id: 'services', title: 'By service', blocks: [table(servicesTable(db, of, month, year))] },
			{ id: 'causes', title: 'Why it came to complaints', blocks: [table(causesTable(db, of, twelve, before))] },
			{
				id: 'lessons',
				title: lessons.length ? 'What was learnt and changed' : 'Nothing was written down as learnt',
				blocks: [
					table({
						id: 'lessons',
						caption: `Lessons of cases closed in ${showMonth(asked)}`,
						columns: [
							{ key: 'number', label: 'Case', kind: 'number', names: true },
							{ key: 'service', label: 'Service', kind: 'text', width: 26, share: 2 },
							{ key: 'cause', label: 'Cause', kind: 'text', width: 20, share: 2 },
							{ key: 'lesson', label: 'What was learnt', kind: 'text', width: 50, share: 4 },
							{ key: 'changeMade', label: 'What was changed', kind: 'text', width: 50, share: 4 }
						],
						rows: lessons.map(({ number, service, cause, lesson, changeMade }) => ({
							number,
							service,
							cause: cause ? capital(cause) : '–',
							lesson: lesson || '–',
							changeMade: changeMade || '–'
						})),
						empty: 'No case closed in this month has a lesson.'
					})
				]
			},
			{
				id: 'satisfaction',
				title: 'What customers answered in surveys',
				blocks: [
					table(partsTable(parts, partsBefore)),
					{
						kind: 'text',
						text: `Satisfied are those who answered very or fairly satisfied, and those whose question was resolved the first time. Benchmark of satisfaction overall: ${benchmark.benchmark}%, ${benchmark.benchmarkSource}. Below five answers nothing is shown.`
					}
				]
			},
			{
				id: 'counted',
				title: 'How it is counted',
				blocks: [
					{ kind: 'points', points: Object.values(figureNames).map(({ name, how }) => `${name}. ${how}`) },
					{ kind: 'text', text: clockRule }
				]
			}
		]
	};
}

/** Whether the person reads the report of the whole council, which is what is kept. */
export const seesWholeReport = (person: Person): boolean => can(person, 'see feedback report');
