import { ofTheme, type Glance, type MeasureAtGlance } from '#lib/domain/glance/glance.ts';
import { trendInWords } from '#lib/domain/measures/standing-words.ts';
import { showShortPeriod } from '#lib/domain/measures/period.ts';
import { themes } from '#lib/domain/measures/words.ts';
import type { Section } from '../description.ts';
import { explained, inWords, stateMarks, type LinkOf } from './measure-tables.ts';

/** One measure for each theme, in the order of the list: the first with a target, or where none has one the first. */
const headlinesOf = (glance: Glance): MeasureAtGlance[] =>
	themes.flatMap((theme) => {
		const held = ofTheme(glance, theme);
		return held.find(({ standing }) => standing.met !== null) ?? held[0] ?? [];
	});

/** A figure for each theme with its target, trend and age: what a reader in a hurry sees. */
export function headlineSection(glance: Glance, linkOf: LinkOf): Section {
	const measures = headlinesOf(glance);
	const aimed = measures.filter(({ standing }) => standing.met !== null);
	const met = aimed.filter(({ standing }) => standing.met).length;
	return {
		id: 'headlines',
		title: aimed.length ? `Headline figures: ${met} of ${aimed.length} targets met` : 'Headline figures',
		blocks: [
			{
				kind: 'table',
				table: {
					id: 'headlines',
					caption: 'A figure for each theme, the latest month',
					columns: [
						{ key: 'measure', label: 'Measure', kind: 'text', share: 1.9, width: 34 },
						{ key: 'latest', label: 'Latest', kind: 'text', share: 1.7, width: 30 },
						{ key: 'month', label: 'Month', kind: 'text', share: 0.8, width: 10 },
						{ key: 'target', label: 'Target', kind: 'text', share: 0.8, width: 14 },
						{ key: 'state', label: 'State', kind: 'text', share: 0.9, width: 12, marks: stateMarks },
						{ key: 'trend', label: 'Trend', kind: 'text', share: 1.8, width: 40 },
						{ key: 'age', label: 'Age', kind: 'text', share: 0.9, width: 12, marks: { 'Out of date': 'watch' } }
					],
					rows: measures.map(({ standing }) => ({
						measure: standing.measure.name,
						latest: standing.shown,
						month: showShortPeriod(standing.period),
						target: standing.targetShown,
						state: inWords(standing.met),
						trend: trendInWords(standing),
						age: standing.stale ? 'Out of date' : 'In date'
					})),
					links: measures.map(({ standing }) => linkOf(standing.measure.key)),
					empty: 'Nothing is held here yet. Values are typed month by month, or brought in from a file.'
				}
			},
			...explained(measures)
		]
	};
}
