import type { HeatLine } from '#lib/domain/cycles/heat-shown.ts';
import type { Block, ReportTable } from './description.ts';

const awards = { bronze: 'Bronze', silver: 'Silver', gold: 'Gold', none: 'No award' };

/** The table of a heat map, for paper and for files: the same cells as figures, a dash where there is none. */
export function heatTable({ caption, heat }: Extract<Block, { kind: 'heat map' }>): ReportTable {
	return {
		id: 'heat-map',
		caption,
		note: 'A dash: no level in that theme yet, or no agreed result.',
		columns: [
			{ key: 'service', label: 'Service', kind: 'text', width: 34 },
			...heat.columns.map(({ key, label }) => ({ key, label, kind: 'number' as const })),
			{ key: 'award', label: 'Award now', kind: 'text', width: 18 }
		],
		rows: heat.groups
			.flatMap(({ rows }) => rows)
			.map((row) => ({
				service: row.name,
				...Object.fromEntries(heat.columns.map(({ key }, i) => [key, heat.kinds[row.cells[i] ?? -1]?.level ?? null])),
				award: awardOf(row)
			})),
		empty: 'No service takes part.'
	};
}

const awardOf = ({ award, note }: HeatLine) => (award ? `${awards[award.award]} (${award.level})` : note);
