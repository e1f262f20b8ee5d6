import type { PartFigure } from '#lib/domain/surveys/results.server.ts';
import type { Section } from '../description.ts';
import { number, rate } from './columns.ts';

type Benchmark = { benchmark: number; benchmarkSource: string };

/** How satisfied customers were with each part of the service, with the year before beside it. */
export const partsSection = (
	here: readonly PartFigure[],
	there: readonly PartFigure[],
	{ benchmark, benchmarkSource }: Benchmark
): Section => ({
	id: 'satisfaction',
	title: 'What customers answered in surveys',
	blocks: [
		{
			kind: 'table',
			table: {
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
			}
		},
		{
			kind: 'text',
			text: `Satisfied are those who answered very or fairly satisfied, and those whose question was resolved the first time. Benchmark of satisfaction overall: ${benchmark}%, ${benchmarkSource}. Below five answers nothing is shown.`
		}
	]
});
