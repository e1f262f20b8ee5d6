import type { FigureRow } from '#lib/domain/maps/comparing-figures.ts';
import type { Section } from '../description.ts';

const said = (figure: FigureRow['asIs']) => (figure ? [figure.text, figure.note].filter(Boolean).join(', ') : '');

/** What is derived from the maps, as-is beside to-be, each figure with its calculation. DOMAIN section 4. */
export function figuresSection(rows: readonly FigureRow[]): Section {
	const failure = rows.find(({ key }) => key === 'failure');
	const time = rows.find(({ key }) => key === 'time');
	const title = failure?.asIs
		? `${failure.asIs.text} contacts a year are failure demand`
		: time?.asIs
			? `It takes the customer ${time.asIs.text}`
			: 'The figures of the maps';
	return {
		id: 'figures',
		title,
		blocks: [
			{
				kind: 'table',
				table: {
					id: 'figures',
					caption: 'As-is and to-be',
					columns: [
						{ key: 'figure', label: 'Derived from the maps', kind: 'text', share: 2, width: 36 },
						{ key: 'asIs', label: 'As-is', kind: 'text', share: 1.4, width: 30 },
						{ key: 'toBe', label: 'To-be', kind: 'text', share: 1.4, width: 30 },
						{ key: 'difference', label: 'Difference', kind: 'text', share: 1, width: 18 }
					],
					rows: rows.map(({ label, asIs, toBe, difference }) => ({
						figure: label,
						asIs: said(asIs),
						toBe: said(toBe),
						difference
					})),
					empty: 'There is no map yet.'
				}
			},
			{
				kind: 'steps',
				heading: 'How the figures are worked out',
				steps: rows
					.filter(({ explain }) => explain.length)
					.map(({ label, explain }) => ({ heading: `${label}.`, text: explain.join(' ') })),
				rule: 'Each follows from the steps of the maps and is never typed. What was not measured is left out and said.'
			}
		]
	};
}
