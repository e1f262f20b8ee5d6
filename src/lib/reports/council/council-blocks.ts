import type { CommonGap } from '#lib/domain/cycles/gaps.server.ts';
import { heatShown } from '#lib/domain/cycles/heat-shown.ts';
import type { HeatRow } from '#lib/domain/cycles/heat-map.server.ts';
import { signed, type Moved } from '#lib/domain/cycles/moved-services.ts';
import type { Movement } from '#lib/domain/cycles/movement.ts';
import type { Framework } from '#lib/domain/frameworks/document.ts';
import type { Block, ReportTable } from '../description.ts';

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
	// what is not agreed is no reader's business here, so only agreed cells lead anywhere
	const hrefOf = ({ status, assessment }: HeatRow) => (status === 'agreed' ? `/reports/assessments/${assessment}` : undefined);
	return {
		kind: 'heat map',
		caption: 'Agreed level by service and theme',
		levels: framework.levels?.length ?? 5,
		heat: heatShown(framework, 'themes', rows, { hrefOf, place: '#answers' })
	};
}

/** Who moved since their baseline, the furthest first. */
export function movementTable(moved: readonly Moved[]): ReportTable {
	return {
		id: 'movement',
		caption: 'Movement since baseline',
		columns: [
			{ key: 'service', label: 'Service', kind: 'text', share: 2, width: 34 },
			{ key: 'baseline', label: 'Baseline', kind: 'text', width: 18 },
			{ key: 'now', label: 'Now', kind: 'text', width: 18 },
			{ key: 'steps', label: 'Levels', kind: 'text', share: 0.6, width: 8 }
		],
		rows: moved.map(({ service, before, now, steps }) => ({ service, baseline: before, now, steps: signed(steps) })),
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
