import type { Figure } from '#lib/charts/figure.ts';
import { mostDots } from '#lib/charts/dots-chart.ts';
import { fewestPeople } from '#lib/domain/paf-summaries/gate.ts';
import { missedInWords, type PafSummary, type SummaryMean } from '#lib/domain/paf-summaries/summary.ts';
import { explainXmr } from '#lib/domain/statistics/assurance.ts';
import { drawnXmr } from '#lib/domain/statistics/drawn-xmr.ts';
import { explainMean } from '#lib/domain/statistics/mean-interval.ts';
import { shown } from '#lib/domain/statistics/rounding.ts';
import type { Block, ReportTable, Section } from '../description.ts';
import { steps } from './steps.ts';

const columns = [
	{ key: 'mean', label: 'Mean', kind: 'number', decimals: 2 },
	{ key: 'low', label: 'From', kind: 'number', decimals: 2 },
	{ key: 'high', label: 'To', kind: 'number', decimals: 2 },
	{ key: 'n', label: 'Scores', kind: 'number' },
	{ key: 'people', label: 'People', kind: 'number' }
] as const;

/** Whole tens that hold all values, of 0 to 100: what lies close together is told apart. */
const tensAround = (values: readonly number[]): [number, number] => [
	Math.max(0, Math.floor(Math.min(...values) / 10) * 10),
	Math.min(100, Math.ceil(Math.max(...values) / 10) * 10)
];

/** Means with their intervals, drawn where there are two or more of them and not too many, always as a table. */
function means(id: string, caption: string, first: string, rows: readonly SummaryMean[], empty: string): Block {
	const table: ReportTable = {
		id,
		caption,
		columns: [{ key: 'name', label: first, kind: 'text', share: 2 }, ...columns],
		rows: rows.map(({ name, interval, n, people }) => ({
			name,
			mean: interval?.mean ?? null,
			low: interval?.low ?? null,
			high: interval?.high ?? null,
			n,
			people
		})),
		empty
	};
	const known = rows.filter(({ interval }) => interval);
	if (known.length < 2 || known.length > mostDots) return { kind: 'table', table };
	const figure: Figure = {
		of: 'dots',
		name: 'Mean quality with its 95% interval',
		beside: null,
		rows: known.map(({ name, interval }) => ({
			name,
			value: interval?.mean ?? null,
			low: interval?.low ?? null,
			high: interval?.high ?? null,
			beside: null
		})),
		scale: tensAround(known.flatMap(({ interval }) => (interval ? [interval.low, interval.high] : []))),
		middle: null
	};
	return { kind: 'figure', figure, table, label: `${caption}, with their intervals` };
}

/** The mean, together and by channel, and access apart. */
export function qualitySection({ total, byChannel, accessMean, accessN, criticalFailures }: PafSummary): Section {
	return {
		id: 'quality',
		title: 'Quality and access',
		blocks: [
			means(
				'quality-by-channel',
				'Mean quality, together and by channel',
				'Channel',
				total ? [{ ...total, name: 'All channels' }, ...byChannel] : [],
				'Nothing can be shown yet.'
			),
			{
				kind: 'facts',
				facts: [
					['Access, by itself', accessMean === null ? 'Not scored' : `${shown(accessMean, 1)} from ${accessN} scores`],
					['Critical failures', `${criticalFailures} of ${total?.n ?? 0}`]
				]
			},
			steps(
				'How the mean is worked out',
				explainMean(total?.interval ?? null),
				`Channels are shown only where each is about ${fewestPeople} people or more.`
			)
		]
	};
}

/** The teams of a service or the services of the council, by name, and which of them differ. */
export function partsSection({ parts, comparisons, leftOut }: PafSummary, called: 'teams' | 'services'): Section {
	return {
		id: 'parts',
		title: called === 'teams' ? 'The teams, by name' : 'The services, by name',
		blocks: [
			means(
				'means-of-parts',
				called === 'teams' ? 'Teams by name, in no other order' : 'Services by name, in no other order',
				called === 'teams' ? 'Team' : 'Service',
				parts,
				'None is about enough people.'
			),
			...(comparisons.length ? [{ kind: 'points' as const, points: comparisons }] : []),
			{
				kind: 'text',
				text: leftOut
					? `${leftOut} with fewer than ${fewestPeople} people ${leftOut === 1 ? 'is' : 'are'} left out of every figure here, so that nobody’s own can be worked out from the rest.`
					: `Nothing is shown about fewer than ${fewestPeople} people.`
			}
		]
	};
}

/** How the scores of each scorecard fall into its bands. */
export function bandsSection({ bands }: PafSummary): Section {
	const share = ({ n, of }: PafSummary['bands'][number]) => (of ? (100 * n) / of : null);
	const table: ReportTable = {
		id: 'bands-of-scores',
		caption: 'Scores by band, the lowest band first',
		columns: [
			{ key: 'card', label: 'Scorecard', kind: 'text', share: 2 },
			{ key: 'band', label: 'Band', kind: 'text' },
			{ key: 'n', label: 'Scores', kind: 'number' },
			{ key: 'of', label: 'Out of', kind: 'number' },
			{ key: 'share', label: '%', kind: 'number', decimals: 1 }
		],
		rows: bands.map((band) => ({ ...band, share: share(band) })),
		empty: 'Nothing can be shown yet.'
	};
	const isOneCard = new Set(bands.map(({ card }) => card)).size === 1;
	const figure: Figure = {
		of: 'shares',
		name: 'Of the scores on the scorecard, %',
		rows: bands.map((band) => ({ name: isOneCard ? band.band : `${band.band}, ${band.card}`, share: share(band) }))
	};
	const drawn: Block =
		bands.length > 0 && bands.length <= mostDots
			? { kind: 'figure', figure, table, label: 'How many in a hundred scores fall into each band' }
			: { kind: 'table', table };
	return { id: 'bands', title: 'How the scores are spread over the bands', blocks: [drawn] };
}

/** What is missed most often, with its interval. */
export function missesSection({ misses }: PafSummary): Section {
	const [common] = misses;
	return {
		id: 'misses',
		title: common ? `Missed most: ${common.text}` : 'Nothing is missed often enough to be told',
		blocks: [
			{
				kind: 'table',
				table: {
					id: 'commonest-misses',
					caption: 'The commonest misses',
					note: 'A question is missed where its answer is worth less than a half. From ten times asked on, with a Wilson 95% interval.',
					columns: [
						{ key: 'text', label: 'Question', kind: 'text', share: 3 },
						{ key: 'card', label: 'Scorecard', kind: 'text', share: 2 },
						{ key: 'missed', label: 'Missed', kind: 'number' },
						{ key: 'asked', label: 'Asked', kind: 'number' },
						{ key: 'how', label: 'How often', kind: 'text', share: 3 }
					],
					rows: misses.map((miss) => ({
						text: miss.text,
						card: miss.cardName,
						missed: miss.missed,
						asked: miss.asked,
						how: missedInWords(miss)
					})),
					empty: 'None.'
				}
			}
		]
	};
}

/** The mean month by month as an XmR chart, its signals in words. */
export function trendSection({ trend, points }: PafSummary): Section {
	const signals = trend?.signals.length ?? 0;
	const table: ReportTable = {
		id: 'mean-by-month',
		caption: 'Mean quality month by month',
		columns: [
			{ key: 'month', label: 'Month', kind: 'text' },
			{ key: 'value', label: 'Mean', kind: 'number', decimals: 2 },
			{ key: 'centre', label: 'Centre', kind: 'number', decimals: 2 },
			{ key: 'lower', label: 'Lower limit', kind: 'number', decimals: 2 },
			{ key: 'upper', label: 'Upper limit', kind: 'number', decimals: 2 },
			{ key: 'signal', label: 'Signal', kind: 'text', share: 2 }
		],
		rows: points.map(({ name: month, value }, at) => ({
			month,
			value,
			centre: trend?.centre ?? null,
			lower: trend?.lower ?? null,
			upper: trend?.upper ?? null,
			signal: trend?.signals.flatMap(({ kind, points: own }, n) => (own.includes(at) ? [`${n + 1}: ${kind}`] : [])).join(', ') ?? ''
		})),
		empty: 'No month can be shown yet.'
	};
	const label = 'Mean quality month by month, with its centre and limits; the table says the same';
	return {
		id: 'trend',
		title: !trend
			? 'Trend: too few months for limits'
			: signals
				? `Trend: ${signals} ${signals === 1 ? 'signal' : 'signals'}`
				: 'Trend: no signal',
		blocks: [
			points.length < 2
				? { kind: 'table', table }
				: { kind: 'xmr', xmr: drawnXmr('Mean quality', points, trend, { scale: [0, 100] }), label, table },
			steps('How the limits and signals are worked out', explainXmr(trend), 'An XmR chart (NHS England, Making Data Count).')
		]
	};
}
