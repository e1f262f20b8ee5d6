import { measureAt, ofTheme, type Glance, type MeasureAtGlance, type Part } from '#lib/domain/glance/glance.ts';
import { pointsInLimits, chartOf } from '#lib/domain/measures/standing.ts';
import { scaleOf } from '#lib/domain/measures/value.ts';
import { drawnXmr } from '#lib/domain/statistics/drawn-xmr.ts';
import { wilson } from '#lib/domain/statistics/wilson.ts';
import type { Block, ReportTable, Section } from '../description.ts';
import { againstTargets, explained, inWords, measureTable, stateMarks, type LinkOf } from './measure-tables.ts';

/** A measure over its latest two years with its limits, beside its values. */
function trend({ standing, points }: MeasureAtGlance): Block {
	const { measure } = standing;
	const drawn = points.slice(-pointsInLimits);
	const [low, high] = scaleOf(measure.unit);
	const chart = chartOf(measure.unit, points);
	// only what goes on now: what was long ago is on the measure's own page
	const now = chart && { ...chart, signals: standing.signalsNow };
	const xmr = drawnXmr(measure.name, drawn, now, {
		target: standing.target,
		scale: [low, Number.isFinite(high) ? high : null],
		places: measure.unit === 'number' ? 0 : 1
	});
	return {
		kind: 'xmr',
		xmr,
		label: `${measure.name} by month with its limits`,
		table: {
			id: `trend-${measure.key}`,
			caption: `${measure.name} by month`,
			columns: [
				{ key: 'month', label: 'Month', kind: 'text', share: 1.4, width: 18 },
				{
					key: 'value',
					label: measure.unit === 'number' ? 'Count' : `In ${measure.unit}`,
					kind: 'number',
					decimals: measure.unit === 'number' ? 0 : 1,
					width: 12
				},
				{ key: 'numerator', label: 'Numerator', kind: 'number', width: 12 },
				{ key: 'denominator', label: 'Denominator', kind: 'number', width: 12 }
			],
			rows: drawn.map(({ name, value, numerator, denominator }) => ({ month: name, value, numerator, denominator })),
			empty: 'Nothing is held of this here.'
		}
	};
}

/** A measure by channel against the standard of each. */
const standardsTable = (id: string, caption: string, parts: readonly Part[]): ReportTable => ({
	id,
	caption,
	columns: [
		{ key: 'channel', label: 'Channel', kind: 'text', share: 1.2, width: 16 },
		{ key: 'now', label: 'Now', kind: 'text', share: 1.8, width: 30 },
		{ key: 'target', label: 'Standard', kind: 'text', share: 0.9, width: 16 },
		{ key: 'state', label: 'State', kind: 'text', share: 0.9, width: 12, marks: stateMarks },
		{ key: 'before', label: 'Year before', kind: 'text', share: 1.8, width: 30 }
	],
	rows: parts.map(({ name, now, targetShown, met, before }) => ({
		channel: name,
		now: now?.shown ?? null,
		target: targetShown,
		state: inWords(met),
		before: before?.shown ?? null
	})),
	empty: 'This is not held by channel here.'
});

const tableOf = (table: ReportTable): Block => ({ kind: 'table', table });
const byChannel = (glance: Glance, key: string, caption: string): Block[] =>
	glance.byChannel[key]?.length ? [tableOf(standardsTable(`${key}-by-channel`, caption, glance.byChannel[key]))] : [];

export function firstContactSection(glance: Glance, linkOf: LinkOf): Section {
	const measures = ofTheme(glance, 'first contact');
	const resolved = measureAt(glance, 'first-contact-resolution');
	return {
		id: 'first-contact',
		title: againstTargets(measures, 'Resolution at first contact'),
		blocks: [
			tableOf(measureTable('first-contact', 'Resolution at first contact', measures, glance.months, linkOf)),
			...(resolved ? [trend(resolved)] : []),
			...explained(measures)
		]
	};
}

export function answeringSection(glance: Glance, linkOf: LinkOf): Section {
	const measures = ofTheme(glance, 'answering');
	return {
		id: 'answering',
		title: againstTargets(measures, 'Waiting and abandonment'),
		blocks: [
			tableOf(measureTable('answering', 'Waiting and abandonment', measures, glance.months, linkOf)),
			...byChannel(glance, 'waiting-time', 'Waiting time by channel'),
			...explained(measures)
		]
	};
}

export function responseSection(glance: Glance, linkOf: LinkOf): Section {
	const measures = ofTheme(glance, 'response');
	const parts = [...(glance.byChannel['response-in-time'] ?? []), ...(glance.byChannel['response-days'] ?? [])].filter(
		({ met }) => met !== null
	);
	const kept = parts.filter(({ met }) => met).length;
	return {
		id: 'response',
		title: parts.length
			? `Response times: ${kept} of ${parts.length} standards are kept, channel by channel`
			: againstTargets(measures, 'Response times'),
		blocks: [
			tableOf(measureTable('response', 'Response times', measures, glance.months, linkOf)),
			...byChannel(glance, 'response-in-time', 'Answered within the standard, by channel'),
			...byChannel(glance, 'response-days', 'Working days to an answer, by channel'),
			...explained(measures)
		]
	};
}

/** Satisfaction by part, each with its interval, beside the benchmark. */
export function satisfactionSection(glance: Glance, linkOf: LinkOf): Section {
	const measures = ofTheme(glance, 'satisfaction');
	const rows = measures.map(({ standing, over }) => {
		const share = over?.denominator ? wilson(over.numerator, over.denominator) : null;
		return { standing, over, low: share && share.low * 100, high: share && share.high * 100 };
	});
	const table: ReportTable = {
		id: 'satisfaction-by-part',
		caption: 'Satisfaction by part against the benchmark',
		note: 'From and to are the limits of Wilson’s 95 per cent interval: how far the true share may lie from that of those who answered.',
		columns: [
			{ key: 'part', label: 'Part', kind: 'text', share: 2, width: 34 },
			{ key: 'now', label: 'Satisfied', kind: 'text', share: 1.5, width: 28 },
			{ key: 'low', label: 'From, %', kind: 'number', decimals: 1, share: 0.7, width: 10 },
			{ key: 'high', label: 'To, %', kind: 'number', decimals: 1, share: 0.7, width: 10 },
			{ key: 'benchmark', label: 'Benchmark', kind: 'text', share: 0.9, width: 12 },
			{ key: 'state', label: 'Benchmark reached', kind: 'text', share: 0.9, width: 12, marks: { Yes: 'good', No: 'bad' } }
		],
		rows: rows.map(({ standing, over, low, high }) => ({
			part: standing.measure.name,
			now: over?.shown ?? null,
			low,
			high,
			benchmark: standing.benchmark?.shown ?? null,
			state: over && standing.benchmark ? (over.value >= standing.benchmark.value ? 'Yes' : 'No') : null
		})),
		links: rows.map(({ standing }) => linkOf(standing.measure.key)),
		empty: 'No survey is held here.'
	};
	const held = rows.filter(({ over, standing }) => over && standing.benchmark);
	const reached = table.rows.filter(({ state }) => state === 'Yes').length;
	return {
		id: 'satisfaction',
		title: held.length ? `Satisfaction: ${reached} of ${held.length} parts reach the benchmark` : 'Satisfaction: nothing is held here',
		blocks: [
			rows.length
				? {
						kind: 'figure',
						figure: {
							of: 'dots',
							name: 'Satisfied, %',
							beside: 'Benchmark',
							rows: rows.map(({ standing, over, low, high }) => ({
								name: standing.measure.name,
								value: over?.value ?? null,
								low,
								high,
								beside: standing.benchmark?.value ?? null
							})),
							scale: [0, 100],
							middle: null
						},
						table,
						label: 'Satisfaction by part with its interval, beside the benchmark'
					}
				: tableOf(table),
			...(measures.length
				? [tableOf(measureTable('satisfaction', 'Satisfaction, the latest month', measures, glance.months, linkOf)), ...explained(measures)]
				: [])
		]
	};
}

export function complaintsSection(glance: Glance, linkOf: LinkOf): Section {
	const measures = ofTheme(glance, 'complaints');
	return {
		id: 'complaints',
		title: againstTargets(measures, 'Complaints'),
		blocks: [tableOf(measureTable('complaints', 'Complaints', measures, glance.months, linkOf)), ...explained(measures)]
	};
}

export function qualitySection(glance: Glance, linkOf: LinkOf): Section {
	const measures = ofTheme(glance, 'quality');
	return {
		id: 'quality',
		title: againstTargets(measures, 'Quality and standards'),
		blocks: [tableOf(measureTable('quality', 'Quality and standards', measures, glance.months, linkOf)), ...explained(measures)]
	};
}
