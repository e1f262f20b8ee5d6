import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import type { ListFilter } from './list-filter.ts';
import { assessmentsListed } from './listing.server.ts';

const columns = [
	{ key: 'service', label: 'Service', kind: 'text' },
	{ key: 'directorate', label: 'Directorate', kind: 'text' },
	{ key: 'cycle', label: 'Cycle', kind: 'text' },
	{ key: 'framework', label: 'Framework', kind: 'text' },
	{ key: 'status', label: 'Status', kind: 'text' },
	{ key: 'dueOn', label: 'Due', kind: 'day' },
	{ key: 'answered', label: 'Answered', kind: 'number' },
	{ key: 'total', label: 'Criteria', kind: 'number' },
	{ key: 'level', label: 'Level', kind: 'number' },
	{ key: 'award', label: 'Award or outcome', kind: 'text' }
] as const;

const atATime = 500;

/** Every assessment of the list, read page by page as it is written. */
function* everyRow(db: Database, person: Person, filter: Partial<ListFilter>) {
	let after: string | undefined;
	do {
		const { rows, next } = assessmentsListed(db, person, { ...filter, after }, atATime);
		for (const row of rows) {
			const agreed = row.status === 'agreed';
			yield { ...row, level: agreed ? row.agreedLevel : row.level, award: agreed ? row.agreedAward : row.award };
		}
		after = next ?? undefined;
	} while (after);
}

/** The list of assessments with its filter as a table to take away. The result is the agreed one, before that the evidenced one so far. */
export const listingTable = (db: Database, person: Person, filter: Partial<ListFilter>) => ({
	name: 'Assessments',
	columns,
	rows: everyRow(db, person, filter)
});
