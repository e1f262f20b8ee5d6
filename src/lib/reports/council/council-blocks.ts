import type { CommonGap } from '#lib/domain/cycles/gaps.server.ts';
import { heatAward, heatCells, heatColumns } from '#lib/domain/cycles/heat-cells.ts';
import type { HeatRow } from '#lib/domain/cycles/heat-map.server.ts';
import type { Movement } from '#lib/domain/cycles/movement.ts';
import type { Framework } from '#lib/domain/frameworks/document.ts';
import type { Block, HeatShown, ReportTable } from '../description.ts';

const noAward = 'No award';

/** How many services hold each award, then and now, as bars and as a table. */
export function awardsBlock({ awards, notYet, total }: Movement): Block {
	const rows = [
		...awards.map(({ award, baseline, now }) => ({ award: award ?? noAward, baseline, now })),
		{ award: 'Not yet agreed', baseline: notYet.baseline, now: notYet.now }
	];
	return {
		kind: 'award counts',
		label: 'Services by award, now and at baseline; the same figures are in the table',
		counts: { awards: rows.map(({ award, baseline, now }) => ({ name: award, baseline, now })) },
		table: {
			id: 'awards',
			caption: `Services by award, of ${total}`,
			columns: [
				{ key: 'award', label: 'Award', kind: 'text', share: 3, width: 24 },
				{ key: 'baseline', label: 'Baseline', kind: 'number' },
				{ key: 'now', label: 'Now', kind: 'number' }
			],
			rows,
			empty: 'No service takes part.'
		}
	};
}

/** Agreed level by service and theme; each cell leads to the answers behind it. */
export function heatBlock(framework: Framework, rows: readonly HeatRow[]): Block {
	const columns = heatColumns(framework, 'themes').map(({ key, label, short }) => ({ key, label, short }));
	// what is not agreed is no reader's business here, so only agreed cells lead anywhere
	const shown = rows.map((row) => {
		const report = row.status === 'agreed' ? `/reports/assessments/${row.assessment}` : undefined;
		const cells = heatCells(framework, 'themes', row).map((cell) => ({ ...cell, href: report && `${report}#answers` }));
		return { row, report, cells, award: heatAward(framework, row) };
	});
	const groups: HeatShown['groups'] = [];
	for (const { row, report, cells, award } of shown) {
		const last = groups.at(-1);
		const line = { name: row.service, href: report, cells, ...award };
		if (last?.name === row.directorate) last.rows.push(line);
		else groups.push({ name: row.directorate, rows: [line] });
	}
	const table: ReportTable = {
		id: 'heat-map',
		caption: 'Agreed level by service and theme',
		note: 'A dash: no level in that theme yet, or no agreed result.',
		columns: [
			{ key: 'service', label: 'Service', kind: 'text', width: 34 },
			...columns.map(({ key, label }) => ({ key, label, kind: 'number' as const })),
			{ key: 'award', label: 'Award now', kind: 'text', width: 18 }
		],
		rows: shown.map(({ row, cells }) => ({
			service: row.service,
			...Object.fromEntries(columns.map(({ key }, i) => [key, cells[i]?.agreed === false ? null : (cells[i]?.level ?? null)])),
			award:
				row.status === 'agreed' ? `${row.agreedAward ?? noAward}${row.agreedLevel === null ? '' : ` (${row.agreedLevel})`}` : 'Not agreed'
		})),
		empty: 'No service takes part.'
	};
	return { kind: 'heat map', table, levels: framework.levels?.length ?? 5, heat: { columns, groups } };
}

const signed = (steps: number) => (steps > 0 ? `+${steps}` : steps < 0 ? `−${-steps}` : '0');
const stand = (award: string | null, level: number | null) => `${award ?? noAward}${level === null ? '' : ` ${level}`}`;

/** Who moved since their baseline, the furthest first. */
export function movementTable(rows: readonly HeatRow[]): ReportTable {
	const moved = rows
		.map((row) => ({ row, steps: (row.agreedLevel ?? 0) - (row.baselineLevel ?? 0) }))
		.sort((a, b) => b.steps - a.steps || a.row.service.localeCompare(b.row.service, 'en-GB'));
	return {
		id: 'movement',
		caption: 'Movement since baseline',
		columns: [
			{ key: 'service', label: 'Service', kind: 'text', share: 2, width: 34 },
			{ key: 'baseline', label: 'Baseline', kind: 'text', width: 18 },
			{ key: 'now', label: 'Now', kind: 'text', width: 18 },
			{ key: 'steps', label: 'Levels', kind: 'text', share: 0.6, width: 8 }
		],
		rows: moved.map(({ row, steps }) => ({
			service: row.service,
			baseline: stand(row.baselineAward, row.baselineLevel),
			now: stand(row.agreedAward, row.agreedLevel),
			steps: signed(steps)
		})),
		empty: 'No service has been agreed a second time yet.'
	};
}

/** The criteria that most often stop the next award. A count is shown with what it is of. */
export function gapsTable(framework: Framework, gaps: readonly CommonGap[]): ReportTable {
	const titles = new Map(framework.criteria.map(({ number, title }) => [number, title]));
	return {
		id: 'gaps',
		caption: 'The commonest gaps',
		note: 'How many agreed services each criterion keeps from their next award.',
		columns: [
			{ key: 'criterion', label: 'No.', kind: 'text', share: 0.5, width: 6 },
			{ key: 'title', label: 'Criterion', kind: 'text', share: 4, width: 50 },
			{ key: 'services', label: 'Services', kind: 'text', share: 1, width: 14 }
		],
		rows: gaps.map(({ criterion, count, of }) => ({ criterion, title: titles.get(criterion) ?? '', services: `${count} of ${of}` })),
		empty: 'Nothing stops the next award in any agreed service.'
	};
}
