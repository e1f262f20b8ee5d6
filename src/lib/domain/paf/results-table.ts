import { points } from '#lib/domain/scorecards/wording.ts';
import type { ResultLine } from './listing.server.ts';

function* inWords(rows: Iterable<ResultLine>) {
	for (const row of rows) yield { ...row, counts: row.counts ? 'yes' : 'no' };
}

/** Released results as a table to take away. The notes stay where they are. */
export const resultsTable = (rows: Iterable<ResultLine>) => ({
	name: 'Performance results',
	columns: [
		{ key: 'number', label: 'Number', kind: 'number' as const },
		{ key: 'month', label: 'Month', kind: 'text' as const },
		{ key: 'advisor', label: 'Advisor', kind: 'text' as const },
		{ key: 'team', label: 'Team', kind: 'text' as const },
		{ key: 'channel', label: 'Channel', kind: 'text' as const },
		{ key: 'reference', label: 'Reference', kind: 'text' as const },
		{ key: 'at', label: 'Date and time', kind: 'moment' as const },
		{ key: 'selection', label: 'Sampled or chosen', kind: 'text' as const },
		{ key: 'quality', label: 'Quality', kind: 'number' as const, decimals: 2 },
		{ key: 'beforeCritical', label: 'Before critical failure', kind: 'number' as const, decimals: 2 },
		{ key: 'access', label: 'Access', kind: 'number' as const, decimals: 2 },
		{ key: 'state', label: 'State', kind: 'text' as const },
		{ key: 'counts', label: 'Counts', kind: 'text' as const }
	],
	rows: inWords(rows)
});

/** '78.33', with what it was before a critical failure. */
export const qualityInWords = ({ quality, beforeCritical }: Pick<ResultLine, 'quality' | 'beforeCritical'>): string =>
	quality === null
		? '–'
		: beforeCritical !== null && beforeCritical !== quality
			? `${points(quality)} (${points(beforeCritical)} before critical failure)`
			: points(quality);
