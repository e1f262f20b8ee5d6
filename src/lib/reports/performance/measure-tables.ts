import type { MeasureAtGlance } from '#lib/domain/glance/glance.ts';
import { showShortPeriod } from '#lib/domain/measures/period.ts';
import type { Assurance } from '#lib/domain/statistics/assurance.ts';
import type { Block, ReportTable } from '../description.ts';

/** Where a measure is looked at for the same place; the report's page links there. */
export type LinkOf = (key: string) => string | null;

const assuranceWords: Record<Assurance, string> = {
	'consistently meets': 'Consistently meets it',
	'consistently fails': 'Consistently fails it',
	'hit and miss': 'Hit and miss'
};
export const stateMarks = { Met: 'good', 'Not met': 'bad', 'No target': 'quiet' } as const;
export const inWords = (met: boolean | null): keyof typeof stateMarks => (met === null ? 'No target' : met ? 'Met' : 'Not met');

/** Measures as a report shows them, a line each: the latest month against its target, the months together beside the year before. */
export function measureTable(
	id: string,
	caption: string,
	measures: readonly MeasureAtGlance[],
	months: number,
	linkOf: LinkOf
): ReportTable {
	const together = months === 1 ? 'That month' : `${months} months`;
	return {
		id,
		caption,
		columns: [
			{ key: 'measure', label: 'Measure', kind: 'text', share: 1.9, width: 34 },
			{ key: 'month', label: 'Month', kind: 'text', share: 0.8, width: 10 },
			{ key: 'latest', label: 'Latest', kind: 'text', share: 1.5, width: 28 },
			{ key: 'target', label: 'Target', kind: 'text', share: 0.8, width: 14 },
			{ key: 'state', label: 'State', kind: 'text', share: 0.8, width: 12, marks: stateMarks },
			{ key: 'over', label: together, kind: 'text', share: 1.6, width: 28 },
			{ key: 'before', label: 'Year before', kind: 'text', share: 1.6, width: 28 },
			{ key: 'trend', label: 'Against its target', kind: 'text', share: 1.1, width: 22 }
		],
		rows: measures.map(({ standing, over, before }) => ({
			measure: standing.measure.name,
			month: showShortPeriod(standing.period),
			latest: standing.shown,
			target: standing.targetShown,
			state: inWords(standing.met),
			over: over?.shown ?? null,
			before: before?.shown ?? null,
			trend: standing.assurance && assuranceWords[standing.assurance]
		})),
		links: measures.map(({ standing }) => linkOf(standing.measure.key)),
		empty: 'Nothing is held of this here.'
	};
}

/** How each of these figures is worked out, from the same calculation; of what is unlikely to be chance only what goes on now. */
export function explained(measures: readonly MeasureAtGlance[]): Block[] {
	if (!measures.length) return [];
	const steps = measures.map(({ standing, over }) => {
		const told = new Set(standing.signals.map(({ text }) => text));
		const now = standing.signalsNow.map(({ text }) => text);
		const together = over && over.months > 1 ? [`Its ${over.months} months together: ${over.shown}.`] : [];
		return {
			heading: `${standing.measure.name}.`,
			text: [...standing.explain.filter((text) => !told.has(text)), ...now, ...together].join(' ')
		};
	});
	return [
		{
			kind: 'steps',
			heading: 'How these figures are worked out',
			steps,
			rule: 'Months taken together are numerators and denominators added up, never a mean of rates. The year before stands beside them only where the same months are held of both.'
		}
	];
}

export const isAre = (count: number): string => (count === 1 ? 'is' : 'are');

/** 'The one target', 'Both targets', 'All 8 targets'. */
export const allOf = (count: number, what: string): string =>
	count === 1 ? `The one ${what}` : count === 2 ? `Both ${what}s` : `All ${count} ${what}s`;

/** 'Not met' of those with a target, in few words: what a section's heading says. */
export function againstTargets(measures: readonly MeasureAtGlance[], what: string): string {
	const aimed = measures.filter(({ standing }) => standing.met !== null);
	const missed = aimed.filter(({ standing }) => !standing.met);
	const worst = missed[0]?.standing;
	if (!measures.length) return `${what}: nothing is held here`;
	if (!aimed.length) return `${what}: there is no target`;
	if (!worst)
		return aimed.length === 1
			? `${aimed[0]!.standing.measure.name}: ${valueIn(aimed[0]!)}, target met`
			: `${what}: ${allOf(aimed.length, 'target').toLowerCase()} are met`;
	if (missed.length > 1) return `${what}: ${missed.length} of ${aimed.length} targets are not met`;
	return `${worst.measure.name}: ${valueIn(missed[0]!)}, not the target of ${worst.targetShown}`;
}

/** The value without its parts: '84.1%'. */
const valueIn = ({ standing }: MeasureAtGlance) => standing.shown.replace(/ \(.*\)$/, '');
