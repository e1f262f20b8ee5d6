import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { addMonths } from '#lib/domain/calendar/dates.ts';
import { services, staff, teams } from '#lib/domain/organisation/tables.ts';
import { overStaff } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { standOf } from './finding.server.ts';
import { oneToOnes } from './tables.ts';

export type DueFilters = { team: string; show: 'all' | 'due'; sort: 'name' | 'next' };

/** Reads the address of the list; what it does not know is passed over. */
export const dueFiltersIn = (query: URLSearchParams): DueFilters => ({
	team: query.get('team') ?? '',
	show: query.get('show') === 'due' ? 'due' : 'all',
	sort: query.get('sort') === 'next' ? 'next' : 'name'
});

/**
 * Everybody whose one-to-ones the person holds, with the last and the next. The next is the day agreed in the last one, else a
 * month after it; with none yet it is due now. One query, however many there are.
 */
export function oneToOnesDue(db: Database, person: Person, { team, show, sort }: DueFilters, today: string) {
	const latest = sql`(select o.id from one_to_one o where o.staff_id = ${staff.id} order by o.held_on desc, o.started_at desc limit 1)`;
	const rows = db
		.select({
			staffId: staff.id,
			name: staff.name,
			team: teams.name,
			aboutId: staff.personId,
			lastId: oneToOnes.id,
			heldOn: oneToOnes.heldOn,
			nextOn: oneToOnes.nextOn,
			notes: oneToOnes.notes,
			advisorAgreedAt: oneToOnes.advisorAgreedAt,
			leaderAgreedAt: oneToOnes.leaderAgreedAt
		})
		.from(staff)
		.innerJoin(teams, eq(teams.id, staff.teamId))
		.innerJoin(services, eq(services.id, teams.serviceId))
		.leftJoin(oneToOnes, eq(oneToOnes.id, latest))
		.where(and(overStaff(person, 'run one-to-one'), eq(staff.isAdvisor, true), isNull(staff.leftOn), team ? eq(teams.id, team) : undefined))
		.orderBy(inAnyCase(staff.name))
		.all();
	const listed = rows
		.filter(({ aboutId }) => aboutId !== person.id)
		.map(({ staffId, name, team, lastId, heldOn, nextOn, ...last }) => {
			const due = heldOn === null ? today : (nextOn ?? addMonths(heldOn, 1));
			const held = heldOn === null ? null : standOf({ ...last, notes: last.notes ?? '' });
			return { staffId, name, team, lastId, heldOn, nextOn: due, isAgreed: nextOn !== null, isDue: due <= today, held };
		});
	const shown = show === 'due' ? listed.filter(({ isDue }) => isDue) : listed;
	if (sort === 'next') shown.sort((a, b) => a.nextOn.localeCompare(b.nextOn) || a.name.localeCompare(b.name));
	return { rows: shown, due: listed.filter(({ isDue }) => isDue).length, all: listed.length };
}
export type DueRow = ReturnType<typeof oneToOnesDue>['rows'][number];

/** The list as a table to take away. */
export const dueTable = (rows: readonly DueRow[]) => ({
	name: 'One-to-ones',
	columns: [
		{ key: 'name', label: 'Advisor', kind: 'text', width: 30 },
		{ key: 'team', label: 'Team', kind: 'text', width: 30 },
		{ key: 'heldOn', label: 'Last held', kind: 'day' },
		{ key: 'held', label: 'Notes', kind: 'text', width: 24 },
		{ key: 'nextOn', label: 'Next', kind: 'day' },
		{ key: 'due', label: 'Due', kind: 'text' }
	] as const,
	rows: rows.map((row) => ({ ...row, due: row.isDue ? 'yes' : 'no' }))
});
