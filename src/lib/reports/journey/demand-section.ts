import { sayShare } from '#lib/domain/demand/share.ts';
import type { DemandSummary } from '#lib/domain/demand/summary.ts';
import { sayListening, wholePounds } from '#lib/domain/demand/yearly.ts';
import type { Section } from '../description.ts';

/** What was heard while listening: the commonest failure demand with its year, and demand by step, each with how it is worked out. */
export function demandSection({ all, listening, steps, failures, whole }: DemandSummary): Section {
	const title = all.all ? `${sayShare(all.failure, all.all, 'contacts')} heard were failure demand` : 'No contact was noted';
	return {
		id: 'demand',
		title,
		blocks: [
			...(listening ? [{ kind: 'text', text: `Heard ${sayListening(listening)}.` } as const] : []),
			{
				kind: 'table',
				table: {
					id: 'failure-demand',
					caption: 'Failure demand, the commonest first',
					columns: [
						{ key: 'type', label: 'What it is about', kind: 'text', share: 2.4, width: 40 },
						{ key: 'count', label: 'Heard', kind: 'number', share: 0.7 },
						{ key: 'of', label: 'Of', kind: 'number', share: 0.6 },
						{ key: 'yearly', label: 'A year', kind: 'number', share: 0.8 },
						{ key: 'cost', label: 'Cost a year', kind: 'text', share: 1, width: 14 }
					],
					rows: [...failures, ...(failures.length > 1 ? [whole] : [])].map(({ type, count, of, yearly, cost }) => ({
						type,
						count,
						of,
						yearly,
						cost: cost === null ? (yearly === null ? '' : 'No cost set') : wholePounds(cost)
					})),
					empty: 'No failure demand was heard.'
				}
			},
			...(failures.length
				? [
						{
							kind: 'steps',
							heading: 'How the figures of a year are worked out',
							steps: [...failures, whole].map(({ type, explained }) => ({ heading: `${type}.`, text: explained.join(' ') })),
							rule: 'Contacts a year = contacts heard × 365 ÷ days listened; cost = contacts a year × what a contact of its channel costs.'
						} as const
					]
				: []),
			{
				kind: 'table',
				table: {
					id: 'demand-by-step',
					caption: 'Demand by step',
					columns: [
						{ key: 'step', label: 'Step', kind: 'text', share: 3, width: 50 },
						{ key: 'value', label: 'Value', kind: 'number' },
						{ key: 'failure', label: 'Failure', kind: 'number' },
						{ key: 'all', label: 'All', kind: 'number' }
					],
					rows: steps.map(({ step, value, failure, all }) => ({ step, value, failure, all })),
					empty: 'No contact was noted.'
				}
			}
		]
	};
}
