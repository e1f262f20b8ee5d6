import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import type { ActionFilters } from './filters.ts';
import { journeySources } from './journey-sources.server.ts';
import { everyAction } from './listing.server.ts';
import { planOf, type Stretch } from './plan.ts';
import { actionsToPlan, type PlannedAction } from './planning.server.ts';

const first = [
	{ key: 'number', label: 'Number', kind: 'number' },
	{ key: 'title', label: 'Action', kind: 'text', width: 50 },
	{ key: 'service', label: 'Service', kind: 'text' },
	{ key: 'owner', label: 'Owner', kind: 'text' },
	{ key: 'priority', label: 'Priority', kind: 'text' },
	{ key: 'status', label: 'Status', kind: 'text' },
	{ key: 'startOn', label: 'Start', kind: 'day' },
	{ key: 'dueOn', label: 'Due', kind: 'day' },
	{ key: 'reviewOn', label: 'Review', kind: 'day' }
] as const;
/** For an action that the review of a journey recommended. */
const source = [
	{ key: 'journey', label: 'Journey', kind: 'text', width: 30 },
	{ key: 'finding', label: 'Finding', kind: 'text', width: 50 }
] as const;
const listColumns = [
	...first,
	{ key: 'completedOn', label: 'Completed', kind: 'day' },
	{ key: 'criterion', label: 'Criterion', kind: 'text' },
	...source
] as const;
const planColumns = [
	{ key: 'when', label: 'When', kind: 'text', width: 26 },
	...first,
	{ key: 'measure', label: 'Success measure', kind: 'text', width: 40 },
	{ key: 'baseline', label: 'Stands at', kind: 'text' },
	{ key: 'target', label: 'Should go to', kind: 'text' },
	{ key: 'cameFrom', label: 'Came from', kind: 'text', width: 30 }
] as const;

/** The list of actions as a table to take away, as it is narrowed and sorted, all its pages. */
export function actionsTable(db: Database, person: Person, filters: ActionFilters, today: string) {
	const journeys = journeySources(db);
	function* rows() {
		for (const action of everyAction(db, person, filters, today)) yield { ...action, ...journeys.get(action.number) };
	}
	return { name: 'Actions', columns: listColumns, rows: rows() };
}

/** The one-year plan of a service, or of all a person sees, as a table to take away: the year first, the years behind it after. */
export function planTable(db: Database, person: Person, service: { id: string; name: string } | null, today: string) {
	const { year, forward } = planOf(actionsToPlan(db, person, service?.id ?? null, today), today);
	const rows = (stretches: Stretch<PlannedAction>[]) =>
		stretches.flatMap(({ label, actions }) => actions.map((action) => ({ when: label, ...action })));
	return { name: `One-year plan${service ? ` ${service.name}` : ''}`, columns: planColumns, rows: [...rows(year), ...rows(forward)] };
}
