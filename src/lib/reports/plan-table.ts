import type { PlannedAction } from '#lib/domain/actions/planning.server.ts';
import { capital } from '#lib/domain/actions/wording.ts';
import type { ReportTable } from './description.ts';

/** Actions as a report shows them. Without `named`, nobody's name: for readers who see no individual staff. DOMAIN section 1. */
export function planTable(
	id: string,
	caption: string,
	actions: readonly PlannedAction[],
	{ named, service = false }: { named: boolean; service?: boolean }
): ReportTable {
	return {
		id,
		caption,
		columns: [
			{ key: 'number', label: 'No.', kind: 'number', names: true, share: 0.5, width: 6 },
			{ key: 'title', label: 'Action', kind: 'text', share: 2.4, width: 50 },
			...(service ? [{ key: 'service', label: 'Service', kind: 'text', share: 1.4, width: 24 } as const] : []),
			...(named ? [{ key: 'owner', label: 'Owner', kind: 'text', share: 1.3, width: 20 } as const] : []),
			{ key: 'dueOn', label: 'Due', kind: 'day', share: 1.1 },
			{ key: 'priority', label: 'Priority', kind: 'text', share: 0.8, width: 10 },
			{ key: 'status', label: 'Status', kind: 'text', share: 0.9, width: 12 },
			{ key: 'cameFrom', label: 'Came from', kind: 'text', share: 1.1, width: 24 },
			{ key: 'measure', label: 'How we will know', kind: 'text', share: 2.4, width: 40 }
		],
		rows: actions.map(({ number, title, service: of, owner, dueOn, priority, status, cameFrom, measure, baseline, target }) => ({
			number,
			title,
			// only what has a column: a row goes whole into the JSON
			...(service && { service: of }),
			...(named && { owner }),
			dueOn,
			priority: capital(priority),
			status: capital(status),
			cameFrom,
			measure: [measure, baseline && `from ${baseline}`, target && `to ${target}`].filter(Boolean).join(' ')
		})),
		empty: 'There is no action.'
	};
}
