import { personById } from '#lib/domain/access/finding.server.ts';
import type { ImportKind } from '../import-kind.ts';
import { describedValues, valueParts, type ValuePart } from '../measure-values/columns.ts';
import { valuesKind } from '../measure-values/mapping.server.ts';
import { planValues } from '../measure-values/planning.server.ts';

const examples: Record<ValuePart, string> = {
	measure: 'Resolved at first contact',
	period: '03/2026',
	service: 'Contact centre',
	team: '',
	channel: 'phone',
	numerator: '2187',
	denominator: '2600',
	percentage: '',
	reason: ''
};

/** Values of measures by month, service, team and channel, under whatever heads: which column is what is chosen once and remembered. */
export const measureValuesImport: ImportKind = {
	kind: valuesKind,
	name: 'Values of measures',
	about: 'Values by month, measure, service, team and channel, a row each.',
	loose: true,
	columns: valueParts.map((key) => ({ key, label: describedValues[key].label, about: describedValues[key].about, example: examples[key] })),
	notes: [
		'Other heads will do: you are asked which column is what, and it is remembered for files with the same heads.',
		'A value that differs from the one that stands supersedes it; the old one is kept. A released month needs a reason.',
		'A value for the whole council beside values by service would count twice, and is refused; so is one of a service beside its teams.'
	],
	plan: (db, rows, { into, today }) => planValues(db, rows, personById(db, into.split(' ')[1] ?? ''), today)
};
