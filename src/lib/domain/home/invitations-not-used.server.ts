import { and, isNull, sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { invitations, people } from '#lib/domain/access/tables.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Need } from './need.ts';

/** For the administrator: people who cannot sign in yet, and how many of them hold no link that works. */
export function invitationsNotUsed(db: Database, person: Person): Need[] {
	if (!can(person, 'administer')) return [];
	const row = db
		.select({
			count: sql<number>`count(*)`,
			name: sql<string | null>`min(${people.name})`,
			// a column of one table alone loses its table's name, and in here would be the invitation's
			invited: sql<number>`coalesce(sum(exists (select 1 from ${invitations} where ${invitations.personId} = person.id
				and ${invitations.usedAt} is null and ${invitations.expiresAt} > ${now()})), 0)`,
			ends: sql<number | null>`min((select min(${invitations.expiresAt}) from ${invitations} where ${invitations.personId} = person.id
				and ${invitations.usedAt} is null and ${invitations.expiresAt} > ${now()}))`
		})
		.from(people)
		.where(and(isNull(people.passwordHash), isNull(people.deactivatedAt)))
		.get();
	if (!row?.count) return [];
	const without = row.count - row.invited;
	return [
		{
			href: '/admin/people',
			title: row.count === 1 ? `${row.name ?? ''} has not signed in yet` : `${row.count} people have not signed in yet`,
			text: without
				? `${row.count === 1 ? 'They have' : `${without} of them ${without === 1 ? 'has' : 'have'}`} no invitation that works: make a new link and pass it on.`
				: `${row.count === 1 ? 'Their invitation still works' : 'Their invitations still work'}: remind them.`,
			by: row.ends === null ? null : dayOf(row.ends),
			when: without ? { kind: 'watch', text: 'Invite again' } : { kind: 'quiet', text: 'Invited' }
		}
	];
}
