import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { mayLead, staffWithTeam, type StaffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import type { Objective } from './finding.server.ts';
import type { objectiveStates } from './states.ts';
import { objectives } from './tables.ts';

export type ObjectiveTyped = { text: string; measure: string; dueOn: string | null };
type State = (typeof objectiveStates)[number];

const labels = { text: 'Objective', measure: 'How both will see it', dueOn: 'Due', state: 'State', outcome: 'What came of it' };
const thing = (id: string) => ({ kind: 'objective', id });
const notLeader = refused('not-leader', 'Only the leader of the team sets objectives');

/** Writes down an objective that both agreed on, in a one-to-one or beside one. */
export function addObjective(
	db: Database,
	person: Person,
	member: StaffSeen,
	{ oneToOneId, ...typed }: ObjectiveTyped & { oneToOneId: string | null }
): Outcome<{ id: string }> {
	if (!mayLead(person, member)) return notLeader;
	return write(db, (tx) => {
		const values = { ...typed, oneToOneId, staffId: member.id, setAt: now(), setBy: person.id };
		const { id } = tx.insert(objectives).values(values).returning({ id: objectives.id }).get();
		record(tx, person, 'agreed an objective', thing(id), { dueOn: { from: null, to: typed.dueOn } });
		return done({ id });
	});
}

export type ObjectiveSaved = ObjectiveTyped & { state: State; outcome: string; version: number };

/** Changes an objective, or closes it with what came of it; one that is met or not says so in words. */
export function saveObjective(db: Database, person: Person, objective: ObjectiveSeen, input: ObjectiveSaved, today: string): Outcome {
	if (!mayLead(person, objective.member)) return notLeader;
	const { version, ...wanted } = input;
	if (wanted.state !== 'open' && !wanted.outcome) return refused('no-outcome', 'Enter what came of it', 'outcome');
	return write(db, (tx) => {
		const stands = tx.select().from(objectives).where(eq(objectives.id, objective.id)).get();
		if (!stands) return refused('gone', 'This objective is no longer kept');
		if (stands.version !== version) return staleSave<typeof stands>(tx, thing(objective.id), stands, wanted, labels);
		const closedOn = wanted.state === 'open' ? null : (stands.closedOn ?? today);
		const fields = (Object.keys(labels) as (keyof typeof labels)[]).filter((field) => stands[field] !== wanted[field]);
		if (!fields.length) return done();
		tx.update(objectives)
			.set({ ...wanted, closedOn, version: version + 1 })
			.where(and(eq(objectives.id, objective.id), eq(objectives.version, version)))
			.run();
		const said = fields.map((field) => labels[field].toLowerCase()).join(', ');
		record(tx, person, wanted.state === 'open' ? 'changed an objective' : 'closed an objective', thing(objective.id), {
			fields: { from: null, to: said }
		});
		return done();
	});
}

export type ObjectiveSeen = Objective & { member: StaffSeen; own: boolean };

/** An objective, for the advisor whose it is and for whoever leads their team; 404 otherwise. */
export function objectiveSeen(db: Database, person: Person, id: string): ObjectiveSeen {
	const found = db.select().from(objectives).where(eq(objectives.id, id)).get();
	const member = found && staffWithTeam(db, found.staffId);
	if (!found || !member) notFound();
	const own = member.aboutId === person.id;
	return own || mayLead(person, member) ? { ...found, member, own } : notFound();
}
