import { and, asc, eq, isNull, ne, or } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { objectives } from '#lib/domain/one-to-ones/tables.ts';
import { services, staff, teams } from '#lib/domain/organisation/tables.ts';
import { mayLead, overStaff } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import type { Database } from '#lib/server/database.ts';
import { isAmong } from '../among.ts';
import type { ThreadThing } from './thread-thing.ts';

export type ObjectiveOnThread = ThreadThing & { own: boolean; strandId: string | null };

/** Objectives of one-to-ones: the person's own and those of whoever they lead; nobody else's, whatever they manage. DOMAIN section 5.2. */
export const objectivesSeen = (
	db: Database,
	person: Person,
	{ strandIds, ids, most }: { strandIds?: readonly string[]; ids?: readonly string[]; most: number }
): ObjectiveOnThread[] =>
	(strandIds ?? ids)?.length === 0
		? []
		: db
				.select({
					id: objectives.id,
					text: objectives.text,
					state: objectives.state,
					strandId: objectives.strandId,
					name: staff.name,
					aboutId: staff.personId,
					teamId: teams.id,
					team: teams.name,
					serviceId: services.id
				})
				.from(objectives)
				.innerJoin(staff, eq(staff.id, objectives.staffId))
				.innerJoin(teams, eq(teams.id, staff.teamId))
				.innerJoin(services, eq(services.id, teams.serviceId))
				.where(
					and(
						or(eq(staff.personId, person.id), overStaff(person, 'run one-to-one')),
						strandIds ? isAmong(objectives.strandId, strandIds) : undefined,
						ids ? isAmong(objectives.id, ids) : and(isNull(staff.leftOn), ne(objectives.state, 'dropped'))
					)
				)
				.orderBy(asc(objectives.closedOn), asc(objectives.dueOn), asc(objectives.setAt))
				.limit(most)
				.all()
				.map(({ id, text, state, strandId, name, team, ...member }) => ({
					kind: 'objective',
					thing: id,
					title: text,
					place: member.aboutId === person.id ? 'Your own objective' : `Objective of ${name}, ${team}`,
					href: `/paf/one-to-ones/objectives/${id}`,
					mayManage: mayLead(person, member),
					state,
					own: member.aboutId === person.id,
					strandId
				}));
