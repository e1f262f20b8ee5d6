import type { MeanFigure } from '#lib/domain/paf-sheets/figures.ts';
import type { Sheet } from '#lib/domain/paf-sheets/sheet-reading.server.ts';
import type { Block, Section } from '../description.ts';
import { steps } from './steps.ts';

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
		rows: figures.map(({ name, interval, n, sampled, chosen }) => ({
			what: name,
			mean: interval?.mean ?? null,
			low: interval?.low ?? null,
			high: interval?.high ?? null,
			n,
			sampled,
			chosen,
			of: interval?.population ?? null
		})),
		empty: 'Nothing that counts was scored.'
	}
});

/** The mean of the month, all channels and each, with what stands beside it and does not count. */
export function qualitySection({ quality, byChannel, chosenBeside, upheld, critical }: Sheet): Section {
	const beside = [
		...(chosenBeside ? [`${chosenBeside} chosen by somebody stand beside and do not count in the mean.`] : []),
		...(upheld ? [`${upheld} do not count because an appeal was upheld.`] : []),
		...(critical ? [`${critical} failed a critical question and count as 0.`] : [])
	];
	return {
		id: 'quality',
		title: 'Quality',
		blocks: [
			means('quality-scores', 'Quality, all channels and each', [quality, ...byChannel]),
			...(beside.length ? [{ kind: 'points' as const, points: beside }] : []),
			steps(
				'How the mean and its interval are worked out',
				quality.explained,
				'The mean of the scores that count, with a 95% t interval; narrower where the list they were drawn from is known.'
			),
			...byChannel.map((figure) => steps(`How ${figure.name} is worked out`, figure.explained, 'The same, for this channel alone.'))
		]
	};
}

/** Access by itself. */
export const accessSection = ({ access }: Sheet): Section => ({
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
});
