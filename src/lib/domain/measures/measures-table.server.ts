import type { Database } from '#lib/server/database.ts';
import type { MeasureFilters } from './filters.ts';
import type { Sight } from './finding.server.ts';
import { everyMeasure } from './listing.server.ts';
import { targetMark, trendInWords } from './standing-words.ts';
import { frequencyLabels, themeLabels } from './wording.ts';

const columns = [
	{ key: 'name', label: 'Measure', kind: 'text', width: 36 },
	{ key: 'theme', label: 'About', kind: 'text' },
	{ key: 'period', label: 'Period', kind: 'text' },
	{ key: 'value', label: 'Value', kind: 'number', decimals: 2 },
	{ key: 'unit', label: 'Counted in', kind: 'text' },
	{ key: 'numerator', label: 'Numerator', kind: 'number' },
	{ key: 'denominator', label: 'Denominator', kind: 'number' },
	{ key: 'target', label: 'Target', kind: 'number', decimals: 2 },
	{ key: 'met', label: 'Against the target', kind: 'text' },
	{ key: 'trend', label: 'Trend', kind: 'text', width: 40 },
	{ key: 'before', label: 'Year before', kind: 'number', decimals: 2 },
	{ key: 'inDate', label: 'In date', kind: 'text' },
	{ key: 'frequency', label: 'How often', kind: 'text' },
	{ key: 'counted', label: 'What is counted', kind: 'text', width: 50 },
	{ key: 'outOf', label: 'Out of', kind: 'text', width: 40 },
	{ key: 'source', label: 'Source', kind: 'text', width: 50 }
] as const;

/** The list of measures as a table to take away, as it is narrowed and sorted, all of it. */
export const measuresTable = (db: Database, sight: Sight, filters: MeasureFilters, today: string) => ({
	name: 'Measures',
	columns,
	rows: everyMeasure(db, sight, filters, today).map(({ measure, standing }) => ({
		name: measure.name,
		theme: themeLabels[measure.theme],
		unit: measure.unit,
		frequency: frequencyLabels[measure.frequency],
		counted: measure.numerator,
		outOf: measure.denominator,
		source: measure.source,
		...(standing && {
			period: standing.periodName,
			value: standing.value,
			numerator: standing.numerator,
			denominator: standing.denominator,
			target: standing.target,
			met: targetMark(standing).text,
			trend: trendInWords(standing),
			before: standing.before?.value ?? null,
			inDate: standing.stale ? 'out of date' : 'in date'
		})
	}))
});
