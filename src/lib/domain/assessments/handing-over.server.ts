import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { now } from '#lib/server/clock.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import { keptPerDatabase, write, type Database, type Transaction } from '#lib/server/database.ts';
import { cycleIsClosed } from './answering.server.ts';
import { isOpen } from './status.ts';
import { assessments, handovers } from './tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';

type Asked = { assessmentId: string; criterion: string; personId: string };

const one = ({ assessmentId, criterion, personId }: Asked) =>
	and(eq(handovers.assessmentId, assessmentId), eq(handovers.criterion, criterion), eq(handovers.personId, personId));

/** Hands a criterion to a colleague, who from then on sees it and nothing else of the assessment. Again sends a new note. */
export function handOver(db: Database, person: Person, asked: Asked & { note: string }): Outcome {
	return write(db, (tx) => {
		const stands = standingOf(tx, asked.assessmentId);
		if (!stands || !isOpen(stands.status)) return refused('frozen', 'Nothing can be handed over: this assessment has been submitted.');
		if (stands.closedAt !== null) return cycleIsClosed;
		if (asked.personId === person.id) return refused('self', 'Choose somebody other than yourself', 'personId');
		const colleague = tx
			.select({ name: people.name })
			.from(people)
			.where(and(eq(people.id, asked.personId), isNull(people.deactivatedAt)))
			.get();
		if (!colleague) return refused('unknown-person', 'Choose a colleague', 'personId');
		const given = { note: asked.note, handedBy: person.id, handedAt: now(), returnedAt: null };
		tx.insert(handovers)
			.values({ ...asked, ...given })
			.onConflictDoUpdate({ target: [handovers.assessmentId, handovers.criterion, handovers.personId], set: given })
			.run();
		recordFor(tx, person, asked, `handed criterion ${asked.criterion} to ${colleague.name}`);
		return done();
	});
}

/** Ends a handover: the colleague gives the criterion back, or it is taken back from them. Ended already is as good. */
export function endHandover(db: Database, person: Person, asked: Asked): Outcome {
	return write(db, (tx) => {
		const { changes } = tx
			.update(handovers)
			.set({ returnedAt: now() })
			.where(and(one(asked), isNull(handovers.returnedAt)))
			.run();
		const back = asked.personId === person.id ? `gave criterion ${asked.criterion} back` : `took criterion ${asked.criterion} back`;
		if (changes) recordFor(tx, person, asked, back);
		return done();
	});
}

const recordFor = (tx: Transaction, person: Person, { assessmentId, personId }: Asked, what: string) =>
	record(tx, person, what, { kind: 'assessment', id: assessmentId }, { handedTo: { from: null, to: personId } });

const standingOf = (tx: Transaction, id: string) =>
	tx
		.select({ status: assessments.status, closedAt: cycles.closedAt })
		.from(assessments)
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.where(eq(assessments.id, id))
		.get();

const open = keptPerDatabase((db) =>
	db
		.select({
			criterion: handovers.criterion,
			personId: handovers.personId,
			name: people.name,
			note: handovers.note,
			handedAt: handovers.handedAt
		})
		.from(handovers)
		.innerJoin(people, eq(people.id, handovers.personId))
		.where(and(eq(handovers.assessmentId, sql.placeholder('assessmentId')), isNull(handovers.returnedAt)))
		.orderBy(asc(people.name))
		.prepare()
);

/** Who has which criterion of an assessment in hand, by name. */
export const handedOverIn = (db: Database, assessmentId: string) => open(db).all({ assessmentId });

/** People who can sign in whose name contains some text, to hand a criterion to: at most 20, by name. Without text, nobody. */
export function colleaguesNamed(db: Database, person: Person, text: string): { id: string; name: string; jobTitle: string }[] {
	const words = text.trim();
	if (words === '') return [];
	const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
	return db
		.select({ id: people.id, name: people.name, jobTitle: people.jobTitle })
		.from(people)
		.where(and(isNull(people.deactivatedAt), ne(people.id, person.id), sql`${people.name} like ${pattern} escape '\\'`))
		.orderBy(asc(inAnyCase(people.name)))
		.limit(20)
		.all();
}
