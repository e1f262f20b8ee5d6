import { missedInWords } from '#lib/domain/paf-summaries/proposing.server.ts';
import type { PafSummary, SummaryMean } from '#lib/domain/paf-summaries/summary-reading.server.ts';
import { fewestPeople } from '#lib/domain/paf-summaries/gate.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { showMonth } from '#lib/domain/paf/month.ts';
import { explainXmr } from '#lib/domain/statistics/assurance.ts';
import { explainMean } from '#lib/domain/statistics/mean-interval.ts';
import { drawnXmr } from '#lib/domain/statistics/drawn-xmr.ts';
import { shown } from '#lib/domain/statistics/rounding.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Block, Report, Section } from '../description.ts';

/** Whose summary it is: its name, and what its parts are called. */
export type Summarised = { name: string; parts: 'teams' | 'services' | null };

const columns = [
	{ key: 'mean', label: 'Mean', kind: 'number', decimals: 2 },
	{ key: 'low', label: 'From', kind: 'number', decimals: 2 },
	{ key: 'high', label: 'To', kind: 'number', decimals: 2 },
	{ key: 'n', label: 'Scores', kind: 'number' },
	{ key: 'people', label: 'People', kind: 'number' }
] as const;

const means = (id: string, caption: string, first: string, rows: readonly SummaryMean[], empty: string): Block => ({
	kind: 'table',
	table: {
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
	}
});

const steps = (heading: string, texts: readonly string[], rule: string): Block => ({
	kind: 'steps',
	heading,
	steps: texts.map((text, at) => ({ heading: `${at + 1}.`, text })),
	rule
});

/** A summary without individuals, of a team, a service or the council: page, PDF, workbook and JSON. DOMAIN section 5.2. */
export function summaryReport(db: Database, { name, parts }: Summarised, summary: PafSummary): Report {
	const { period, total, byChannel, misses, bands, trend, points, leftOut } = summary;
	const first = period[0];
	const last = period.at(-1);
	const during = !first || !last ? 'no month yet' : first === last ? showMonth(first) : `${showMonth(first)} to ${showMonth(last)}`;
	const common = misses[0];
	const signals = trend?.signals.length ?? 0;
	const sections: Section[] = [
		{
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
						[
							'Access, by itself',
							summary.accessMean === null ? 'Not scored' : `${shown(summary.accessMean, 1)} from ${summary.accessN} scores`
						],
						['Critical failures', `${summary.criticalFailures} of ${total?.n ?? 0}`]
					]
				},
				steps(
					'How the mean is worked out',
					explainMean(total?.interval ?? null),
					`Channels are shown only where each is about ${fewestPeople} people or more.`
				)
			]
		},
		{
			id: 'bands',
			title: 'How the scores are spread over the bands',
			blocks: [
				{
					kind: 'table',
					table: {
						id: 'bands-of-scores',
						caption: 'Scores by band, the lowest band first',
						columns: [
							{ key: 'card', label: 'Scorecard', kind: 'text', share: 2 },
							{ key: 'band', label: 'Band', kind: 'text' },
							{ key: 'n', label: 'Scores', kind: 'number' },
							{ key: 'of', label: 'Out of', kind: 'number' },
							{ key: 'share', label: '%', kind: 'number', decimals: 1 }
						],
						rows: bands.map((band) => ({ ...band, share: band.of ? (100 * band.n) / band.of : null })),
						empty: 'Nothing can be shown yet.'
					}
				}
			]
		},
		{
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
		},
		{
			id: 'trend',
			title: !trend
				? 'Trend: too few months for limits'
				: signals
					? `Trend: ${signals} ${signals === 1 ? 'signal' : 'signals'}`
					: 'Trend: no signal',
			blocks: [
				{
					kind: 'xmr',
					xmr: drawnXmr('Mean quality', points, trend, { scale: [0, 100] }),
					label: 'Mean quality month by month, with its centre and limits; the table says the same',
					table: {
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
					}
				},
				steps('How the limits and signals are worked out', explainXmr(trend), 'An XmR chart (NHS England, Making Data Count).')
			]
		}
	];
	if (parts)
		sections.splice(1, 0, {
			id: 'parts',
			title: parts === 'teams' ? 'The teams, by name' : 'The services, by name',
			blocks: [
				means(
					'means-of-parts',
					parts === 'teams' ? 'Teams by name, in no other order' : 'Services by name, in no other order',
					parts === 'teams' ? 'Team' : 'Service',
					summary.parts,
					'None is about enough people.'
				),
				...(summary.comparisons.length ? [{ kind: 'points' as const, points: summary.comparisons }] : []),
				{
					kind: 'text',
					text: leftOut
						? `${leftOut} with fewer than ${fewestPeople} people ${leftOut === 1 ? 'is' : 'are'} left out of every figure here, so that nobody’s own can be worked out from the rest.`
						: `Nothing is shown about fewer than ${fewestPeople} people.`
				}
			]
		});
	return {
		name: `Performance ${name}`,
		title: total?.interval
			? `Mean quality ${shown(total.interval.mean, 1)} (${shown(total.interval.low, 1)} to ${shown(total.interval.high, 1)})`
			: 'Nothing can be shown yet',
		subtitle: `Performance assessment, ${name}, ${during}`,
		lead: total
			? 'From the scores released to advisors. Nobody is named, and nothing is ranked.'
			: `Figures appear once the scores of at least ${fewestPeople} people are released in a month.`,
		facts: [
			['Months', during],
			['Scores', String(total?.n ?? 0)],
			['People', total ? String(total.people) : `fewer than ${fewestPeople}`]
		],
		council: councilOf(db)?.name ?? '',
		madeAt: now(),
		sections
	};
}
