import { asc, desc, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { mayLead, staffWithTeam, type StaffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { trainingCourses, trainingRecords } from '#lib/domain/training/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { objectives, oneToOnes } from './tables.ts';

const columns = {
	id: oneToOnes.id,
	staffId: oneToOnes.staffId,
	leaderId: oneToOnes.leaderId,
	leader: people.name,
	month: oneToOnes.month,
	heldOn: oneToOnes.heldOn,
	agenda: oneToOnes.agenda,
	notes: oneToOnes.notes,
	advisorAgreedAt: oneToOnes.advisorAgreedAt,
	leaderAgreedAt: oneToOnes.leaderAgreedAt,
	nextOn: oneToOnes.nextOn,
	version: oneToOnes.version
};
const select = (db: Database) => db.select(columns).from(oneToOnes).leftJoin(people, eq(people.id, oneToOnes.leaderId));

export type OneToOne = NonNullable<ReturnType<typeof oneToOneById>>;
export const oneToOneById = (db: Database, id: string) => select(db).where(eq(oneToOnes.id, id)).get();

/** A one-to-one as one of its two people sees it. */
export type OneToOneSeen = OneToOne & { member: StaffSeen; as: 'advisor' | 'leader' };

/** A one-to-one, for the advisor and for whoever leads their team now; nobody else, whatever they manage. 404 otherwise. */
export function oneToOneSeen(db: Database, person: Person, id: string): OneToOneSeen {
	const found = oneToOneById(db, id);
	const member = found && staffWithTeam(db, found.staffId);
	if (!found || !member) notFound();
	if (member.aboutId === person.id) return { ...found, member, as: 'advisor' };
	return mayLead(person, member) ? { ...found, member, as: 'leader' } : notFound();
}

/** Where a one-to-one stands. */
export function standOf({ notes, advisorAgreedAt, leaderAgreedAt }: Pick<OneToOne, 'notes' | 'advisorAgreedAt' | 'leaderAgreedAt'>) {
	if (!notes) return 'no notes yet' as const;
	if (advisorAgreedAt && leaderAgreedAt) return 'agreed by both' as const;
	if (advisorAgreedAt) return 'agreed by the advisor' as const;
	return leaderAgreedAt ? ('agreed by the leader' as const) : ('to be agreed' as const);
}

/** The one-to-ones of a member of staff, newest first. */
export const oneToOnesOf = (db: Database, staffId: string): OneToOne[] =>
	select(db).where(eq(oneToOnes.staffId, staffId)).orderBy(desc(oneToOnes.heldOn), desc(oneToOnes.startedAt)).all();

/** The objectives of a member of staff: those open by when they are due, then those closed, newest first. */
export const objectivesOf = (db: Database, staffId: string) =>
	db
		.select()
		.from(objectives)
		.where(eq(objectives.staffId, staffId))
		.orderBy(asc(objectives.closedOn), asc(objectives.dueOn), asc(objectives.setAt))
		.all();
export type Objective = ReturnType<typeof objectivesOf>[number];

/** The training agreed in a one-to-one. */
export const trainingAgreedIn = (db: Database, oneToOneId: string) =>
	db
		.select({ id: trainingRecords.id, course: trainingCourses.name, dueOn: trainingRecords.dueOn, takenOn: trainingRecords.takenOn })
		.from(trainingRecords)
		.innerJoin(trainingCourses, eq(trainingCourses.id, trainingRecords.courseId))
		.where(eq(trainingRecords.oneToOneId, oneToOneId))
		.orderBy(asc(trainingRecords.dueOn))
		.all();
