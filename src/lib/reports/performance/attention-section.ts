import type { Glance, MeasureAtGlance } from '#lib/domain/glance/glance.ts';
import { chartOf } from '#lib/domain/measures/standing.ts';
import type { Section } from '../description.ts';
import { allOf, isAre, measureTable, type LinkOf } from './measure-tables.ts';

/** Measures in which something happens, by whether it is good: where the latest value lies against the centre of its limits. */
function waysOf(moving: readonly MeasureAtGlance[]): string[] {
	const wayOf = ({ standing, points }: MeasureAtGlance) => {
		const { unit, direction } = standing.measure;
		const isUp = standing.value > (chartOf(unit, points)?.centre ?? standing.value);
		return direction === 'neither' ? 'Up or down' : (direction === 'higher') === isUp ? 'For the better' : 'For the worse';
	};
	return ['For the worse', 'For the better', 'Up or down'].flatMap((way) => {
		const names = moving.filter((measure) => wayOf(measure) === way).map(({ standing }) => standing.measure.name);
		return names.length ? [`${way}: ${names.join('; ')}.`] : [];
	});
}

/** What of all of it asks for somebody: targets not met, something happening that chance does not explain. */
export function attentionSection(glance: Glance, linkOf: LinkOf): Section {
	const aimed = glance.measures.filter(({ standing }) => standing.met !== null);
	const missed = aimed.filter(({ standing }) => !standing.met);
	const moving = glance.measures.filter(({ standing }) => standing.signalsNow.length);
	return {
		id: 'attention',
		title: missed.length
			? `${missed.length} of ${aimed.length} targets ${isAre(missed.length)} not met`
			: aimed.length
				? `${allOf(aimed.length, 'target')} ${isAre(aimed.length)} met`
				: 'Nothing here has a target',
		blocks: [
			{
				kind: 'table',
				table: {
					...measureTable('not-met', 'Targets not met', missed, glance.months, linkOf),
					empty: aimed.length ? 'Every target is met.' : 'There is no target for what is held here.'
				}
			},
			{
				kind: 'heading',
				text: moving.length ? 'What moves more than chance would move it' : 'Nothing moves more than chance would move it'
			},
			...(moving.length ? [{ kind: 'points' as const, points: waysOf(moving) }] : [])
		]
	};
}

/** What is out of date, and what is not held at all. */
export function staleSection(glance: Glance): Section {
	const stale = glance.measures.filter(({ standing }) => standing.stale);
	const held = glance.measures.length;
	return {
		id: 'staleness',
		title: stale.length
			? `${stale.length} of ${held} measures ${isAre(stale.length)} out of date`
			: held
				? `${allOf(held, 'measure')} held here ${isAre(held)} in date`
				: 'No measure is held here',
		blocks: [
			{
				kind: 'table',
				table: {
					id: 'staleness',
					caption: 'Measures out of date',
					columns: [
						{ key: 'measure', label: 'Measure', kind: 'text', share: 2, width: 36 },
						{ key: 'latest', label: 'Latest value', kind: 'text', share: 1, width: 18 },
						{ key: 'state', label: 'State', kind: 'text', share: 1, width: 14, marks: { 'Out of date': 'watch' } },
						{ key: 'why', label: 'Why', kind: 'text', share: 2.4, width: 60 }
					],
					rows: stale.map(({ standing }) => ({
						measure: standing.measure.name,
						latest: standing.periodName,
						state: 'Out of date',
						why: standing.explain.at(-1) ?? ''
					})),
					empty: held ? 'Every measure held here is in date.' : 'Nothing is held here.'
				}
			},
			...(glance.missing.length ? [{ kind: 'text' as const, text: `Nothing is held here of: ${glance.missing.join('; ')}.` }] : [])
		]
	};
}

/** Every figure as numbers, to two decimals, for a spreadsheet. DOMAIN section 8. */
export const figuresSection = (glance: Glance): Section => ({
	id: 'figures',
	title: 'All figures, to two decimals',
	blocks: [
		{
			kind: 'table',
			table: {
				id: 'all-figures',
				caption: 'All figures',
				columns: [
					{ key: 'measure', label: 'Measure', kind: 'text', share: 2, width: 36 },
					{ key: 'unit', label: 'Unit', kind: 'text', share: 0.9, width: 14 },
					{ key: 'month', label: 'Month', kind: 'text', share: 1, width: 10 },
					{ key: 'numerator', label: 'Numerator', kind: 'number', share: 1.1, width: 12 },
					{ key: 'denominator', label: 'Denominator', kind: 'number', share: 1.1, width: 12 },
					{ key: 'value', label: 'Value', kind: 'number', decimals: 2, share: 1.1, width: 12 },
					{ key: 'target', label: 'Target', kind: 'number', decimals: 2, width: 12 },
					{ key: 'together', label: `${glance.months} months`, kind: 'number', decimals: 2, share: 1.2, width: 12 },
					{ key: 'before', label: 'Year before', kind: 'number', decimals: 2, share: 1.2, width: 12 },
					{ key: 'age', label: 'Age', kind: 'text', share: 0.9, width: 12 }
				],
				rows: glance.measures.map(({ standing, over, before }) => ({
					measure: standing.measure.name,
					unit: standing.measure.unit,
					month: standing.period,
					numerator: standing.numerator,
					denominator: standing.denominator,
					value: standing.value,
					target: standing.target,
					together: over?.value ?? null,
					before: before?.value ?? null,
					age: standing.stale ? 'Out of date' : 'In date'
				})),
				empty: 'Nothing is held here.'
			}
		}
	]
});
