import type { DemandSummary } from './summary.ts';

const percent = (part: number, of: number) => (of === 0 ? null : Math.round((10_000 * part) / of) / 100);

/** The summary of a demand log as tables to take away: failure demand by what it is about first, then all demand by step. */
export function summaryTables(number: number, { failures, whole, steps, all }: DemandSummary) {
	return [
		{
			name: `Demand summary journey ${number}`,
			sheet: 'Failure demand',
			columns: [
				{ key: 'type', label: 'What it is about', kind: 'text', width: 40 },
				{ key: 'count', label: 'Heard', kind: 'number' },
				{ key: 'of', label: 'Of all failure demand', kind: 'number' },
				{ key: 'yearly', label: 'A year', kind: 'number' },
				{ key: 'pounds', label: 'Cost a year, £', kind: 'number', decimals: 2 },
				{ key: 'how', label: 'How it is worked out', kind: 'text', width: 90 }
			],
			rows: [...failures, whole].map((row) => ({ ...row, pounds: row.cost === null ? null : row.cost / 100, how: row.explained.join(' ') }))
		},
		{
			name: 'By step',
			columns: [
				{ key: 'step', label: 'Step', kind: 'text', width: 50 },
				{ key: 'value', label: 'Value', kind: 'number' },
				{ key: 'failure', label: 'Failure', kind: 'number' },
				{ key: 'all', label: 'All', kind: 'number' },
				{ key: 'percent', label: 'Failure, %', kind: 'number', decimals: 2 }
			],
			rows: [...steps, { step: 'All steps', ...all }].map((row) => ({ ...row, percent: percent(row.failure, row.all) }))
		}
	] as const;
}
