import type { Framework } from './document.ts';
import { asRows, type CriterionRow } from './writing.ts';

const widths: Partial<Record<keyof CriterionRow, number>> = {
	title: 40,
	text: 60,
	why: 60,
	evidence: 60,
	better: 60,
	descriptions: 60,
	source: 40,
	theme: 24
};
const labels: Record<keyof CriterionRow, string> = {
	number: 'Number',
	level: 'Level',
	theme: 'Theme',
	title: 'Title',
	text: 'What it asks',
	why: 'Why it matters',
	evidence: 'What good evidence looks like',
	better: 'How to do better',
	source: 'Source',
	descriptions: 'Descriptions'
};

/** The criteria of a framework as a table to take away, with only the columns that its kind has. */
export function frameworkTable(framework: Framework) {
	const keys = (Object.keys(labels) as (keyof CriterionRow)[]).filter(
		(key) => (key !== 'level' || framework.kind === 'staged') && (key !== 'descriptions' || framework.kind === 'rubric')
	);
	return {
		name: `${framework.name} ${framework.version}`,
		columns: keys.map((key) => ({
			key,
			label: labels[key],
			kind: key === 'level' ? ('number' as const) : ('text' as const),
			...(widths[key] ? { width: widths[key] } : {})
		})),
		rows: asRows(framework)
	};
}
