import type { Figure } from '#lib/charts/figure.ts';
import { mostDots } from '#lib/charts/dots-chart.ts';
import { fewestPeople } from '#lib/domain/paf-summaries/gate.ts';
import { missedInWords, type PafSummary } from '#lib/domain/paf-summaries/summary.ts';
import { explainMean } from '#lib/domain/statistics/mean-interval.ts';
import { shown } from '#lib/domain/statistics/rounding.ts';
import type { Block, ReportTable, Section } from '../description.ts';
import { means } from './means-drawn.ts';
import { steps } from './steps.ts';

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

/** What tells names apart, without the words all of them begin or end with: of one name nothing. */
export function toldApart(names: readonly string[]): Map<string, string> {
	const split = names.map((name) => name.split(' '));
	const most = Math.min(...split.map((words) => words.length));
	if (names.length < 2) return new Map();
	const alike = (from: (words: string[], at: number) => string | undefined) => {
		let at = 0;
		while (at < most && split.every((words) => from(words, at) === from(split[0]!, at))) at++;
		return at;
	};
	const begin = alike((words, at) => words[at]);
	const end = alike((words, at) => words.at(-1 - at));
	return new Map(names.map((name, i) => [name, split[i]!.slice(begin, split[i]!.length - end).join(' ')]));
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
	const shortly = toldApart([...new Set(bands.map(({ card }) => card))]);
	const figure: Figure = {
		of: 'shares',
		name: 'Of the scores on the scorecard, %',
		rows: bands.map((band) => ({ name: [band.band, shortly.get(band.card)].filter(Boolean).join(', '), share: share(band) }))
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
