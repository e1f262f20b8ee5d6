import { and, asc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/sqlite-core';
import { somewhere } from '#lib/domain/access/can.ts';
import { has, type Person } from '#lib/domain/access/person.ts';
import { oneToOnesDue } from '#lib/domain/one-to-ones/due-listing.server.ts';
import { oneToOnes } from '#lib/domain/one-to-ones/tables.ts';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import { overStaff } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import type { Database } from '#lib/server/database.ts';
import { dayAndMonth, eachOrAll, type Need } from './need.ts';

const holds = (person: Person) => somewhere(person, 'run one-to-one');

const toAgree = { kind: 'watch', text: 'To agree' } as const;

/** Notes of one-to-ones that this person has not agreed to: an advisor's own, and those of the teams a leader has. DOMAIN section 5.2. */
export function notesToAgree(db: Database, person: Person): Need[] {
	const leads = holds(person);
	if (!leads && !has(person, 'advisor')) return [];
	const asAdvisor = and(eq(staff.personId, person.id), isNull(oneToOnes.advisorAgreedAt));
	const others = or(isNull(staff.personId), ne(staff.personId, person.id));
	const asLeader = leads ? and(overStaff(person, 'run one-to-one'), others, isNull(oneToOnes.leaderAgreedAt)) : undefined;
	const own = db.select({ id: staff.id }).from(staff).where(eq(staff.personId, person.id));
	const led = db
		.select({ id: staff.id })
		.from(staff)
		.innerJoin(teams, eq(teams.id, staff.teamId))
		.where(leads ? overStaff(person, 'run one-to-one') : sql`0`);
	const theirs = union(own, led);
	const rows = db
		.select({ id: oneToOnes.id, heldOn: oneToOnes.heldOn, name: staff.name, aboutId: staff.personId })
		.from(oneToOnes)
		.innerJoin(staff, eq(staff.id, oneToOnes.staffId))
		.innerJoin(teams, eq(teams.id, staff.teamId))
		// first whose they are: of all the talks there were only these few are looked at
		.where(and(inArray(oneToOnes.staffId, theirs), ne(oneToOnes.notes, ''), or(asAdvisor, asLeader)))
		.orderBy(asc(oneToOnes.heldOn), asc(oneToOnes.id))
		.limit(200)
		.all();
	return eachOrAll(
		rows,
		({ id, heldOn, name, aboutId }) => ({
			href: `/paf/one-to-ones/${id}`,
			title: aboutId === person.id ? 'Agree the notes of your one-to-one' : `Agree the notes of ${name}’s one-to-one`,
			text: `It was held on ${dayAndMonth(heldOn)}.`,
			by: null,
			when: toAgree
		}),
		(all) => ({
			href: leads ? '/paf/one-to-ones' : '/paf/mine/one-to-ones',
			title: `Agree the notes of ${all.length} one-to-ones`,
			text: `The first was held on ${dayAndMonth(all[0]?.heldOn ?? '')}.`,
			by: null,
			when: toAgree
		})
	);
}

/** For a team leader: the one-to-ones whose day has come. DOMAIN section 5.2. */
export function oneToOnesToHold(db: Database, person: Person, today: string): Need[] {
	if (!holds(person)) return [];
	const { rows } = oneToOnesDue(db, person, { team: '', show: 'due', sort: 'next' }, today);
	const due = { kind: 'watch', text: 'Due' } as const;
	return eachOrAll(
		rows,
		({ staffId, name, heldOn }) => ({
			href: `/paf/one-to-ones/new?staff=${staffId}`,
			title: `Hold a one-to-one with ${name}`,
			text: heldOn === null ? 'There has been none yet.' : `The last was held on ${dayAndMonth(heldOn)}.`,
			by: today,
			when: due
		}),
		(all) => ({
			href: '/paf/one-to-ones?show=due',
			title: `Hold ${all.length} one-to-ones`,
			text: `The first is with ${all[0]?.name ?? ''}.`,
			by: today,
			when: due
		})
	);
}
