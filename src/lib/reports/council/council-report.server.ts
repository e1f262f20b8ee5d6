import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { mostLate, overdue } from '#lib/domain/actions/overdue.server.ts';
import { commonestGaps } from '#lib/domain/cycles/gaps.server.ts';
import { heatMapOf, type HeatRow } from '#lib/domain/cycles/heat-map.server.ts';
import { heatRows } from '#lib/domain/cycles/heat-page.server.ts';
import { movedServices } from '#lib/domain/cycles/moved-services.ts';
import { movementOf } from '#lib/domain/cycles/movement.server.ts';
import { headlineOf, movementInWords } from '#lib/domain/cycles/movement.ts';
import type { cycles } from '#lib/domain/cycles/tables.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Report } from '../description.ts';
import { planTable } from '../plan-table.ts';
import { awardsBlock, gapsTable, heatBlock, movementTable } from './council-blocks.ts';

type Cycle = typeof cycles.$inferSelect;
/** Which services the heat map and the movement hold: a page of fifty on screen, all in a file. */
export type Extent = { after?: string | undefined } | 'all';

/**
 * Report (b): the council in one cycle. Awards, heat map and movement against baseline, the commonest gaps, overdue
 * actions. Agreed results only, so it is published as it stands. On screen it costs the same however many services
 * there are: what is not on the page is counted, not read. `next` is what the next page comes after.
 */
export function councilReport(
	db: Database,
	person: Person,
	cycle: Cycle,
	extent: Extent,
	today: string
): { report: Report; next: string | null } {
	const framework = frameworkOf(db, cycle.frameworkVersionId);
	const movement = movementOf(db, framework, cycle.id);
	const { rows, next } =
		extent === 'all' ? { rows: everyRow(db, cycle.id), next: null } : heatRows(db, cycle.id, { basis: 'agreed', after: extent.after });
	const gaps = commonestGaps(db, cycle.id, movement.agreed);
	const late = overdue(db, today);
	const commonest = gaps[0] && framework.criteria.find(({ number }) => number === gaps[0]?.criterion);
	const report: Report = {
		name: `Council ${cycle.name}`,
		title: headlineOf(movement),
		subtitle: `Customer experience in ${cycle.name}, ${framework.name} ${framework.version}`,
		lead: movementInWords(movement),
		facts: [
			['Cycle', cycle.name],
			['Due', showDay(cycle.dueOn)],
			['Services', String(movement.total)],
			['Agreed', `${movement.agreed} of ${movement.total}`],
			['Late actions', String(late.count)]
		],
		council: councilOf(db)?.name ?? '',
		madeAt: now(),
		sections: [
			{ id: 'awards', title: 'Awards now against baseline', blocks: [awardsBlock(movement)] },
			{ id: 'heat-map', title: 'Where the council is strong and weak', blocks: [heatBlock(framework, rows)] },
			{
				id: 'movement',
				title: movement.up ? `${movement.up} moved up since baseline` : 'Movement since baseline',
				blocks: [{ kind: 'table', table: movementTable(movedServices(rows)) }]
			},
			{
				id: 'gaps',
				title: commonest ? `The commonest gap: ${commonest.title}` : 'No gap yet',
				blocks: [{ kind: 'table', table: gapsTable(framework, gaps) }]
			},
			{
				id: 'overdue',
				title: late.count ? `${late.count} ${late.count === 1 ? 'action is' : 'actions are'} late` : 'No action is late',
				blocks: [
					{
						kind: 'table',
						table: {
							...planTable('overdue', 'Late actions, the longest first', late.actions, {
								named: can(person, 'see actions'),
								service: true
							}),
							...(late.count > mostLate && { note: `The first ${mostLate} of ${late.count}.` }),
							empty: 'Every action is on time.'
						}
					}
				]
			}
		]
	};
	return { report, next };
}

function everyRow(db: Database, cycleId: string): HeatRow[] {
	const all: HeatRow[] = [];
	let after: string | undefined;
	do {
		const { rows, next } = heatMapOf(db, cycleId, { basis: 'agreed', after });
		all.push(...rows);
		after = next ?? undefined;
	} while (after !== undefined);
	return all;
}
