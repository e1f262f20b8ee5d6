import { and, asc, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { Method } from './method.ts';
import { refusedUnlessOpen } from './open.server.ts';
import { journeyMethods } from './tables.ts';

/** One use of a method: which, on which day, with whom and what came of it. */
export type MethodHeld = { method: Method; heldOn: string; about: string };

const labels = { method: 'Method', heldOn: 'Day', about: 'With whom, and what came of it' };

/** The methods used in a review, in the order of their days. */
export const methodsOf = (db: Database, journeyId: string) =>
	db
		.select()
		.from(journeyMethods)
		.where(eq(journeyMethods.journeyId, journeyId))
		.orderBy(asc(journeyMethods.heldOn), asc(journeyMethods.id))
		.all();

const one = (journeyId: string, id: string) => and(eq(journeyMethods.journeyId, journeyId), eq(journeyMethods.id, id));

/** One use of a method of this journey; undefined where there is none such. */
export const methodOf = (db: Database, journeyId: string, id: string) => db.select().from(journeyMethods).where(one(journeyId, id)).get();

/** Notes one use of a method, held or planned. */
export function addMethod(db: Database, person: Person, journeyId: string, held: MethodHeld): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const closed = refusedUnlessOpen(tx, journeyId);
		if (closed) return closed;
		const { id } = tx
			.insert(journeyMethods)
			.values({ ...held, journeyId })
			.returning({ id: journeyMethods.id })
			.get();
		record(tx, person, `noted ${held.method} in journey`, { kind: 'journey method', id }, changesOf({}, held));
		return done({ id });
	});
}

/** Changes one use of a method, from the version the person saw; stale where somebody saved since. */
export function changeMethod(
	db: Database,
	person: Person,
	journeyId: string,
	{ id, version, ...held }: MethodHeld & { id: string; version: number }
): Outcome {
	return write(db, (tx) => {
		const closed = refusedUnlessOpen(tx, journeyId);
		if (closed) return closed;
		const row = methodOf(tx, journeyId, id);
		if (!row) return refused('gone', 'Somebody has removed this method. Go back to the list');
		const inWords = (some: MethodHeld) => ({ ...some, heldOn: showDay(some.heldOn) });
		if (row.version !== version)
			return staleSave(tx, { kind: 'journey method', id }, { ...inWords(row), version: row.version }, inWords(held), labels);
		const change = changesOf<MethodHeld>(row, held);
		if (!Object.keys(change).length) return done();
		tx.update(journeyMethods)
			.set({ ...held, version: version + 1 })
			.where(one(journeyId, id))
			.run();
		record(tx, person, `changed ${row.method} in journey`, { kind: 'journey method', id }, change);
		return done();
	});
}

/** Removes one use of a method; the audit trail keeps what it said. Removed already changes nothing. */
export function removeMethod(db: Database, person: Person, journeyId: string, id: string): Outcome {
	return write(db, (tx) => {
		const closed = refusedUnlessOpen(tx, journeyId);
		if (closed) return closed;
		const row = methodOf(tx, journeyId, id);
		if (!row) return done();
		tx.delete(journeyMethods).where(one(journeyId, id)).run();
		const { method, heldOn, about } = row;
		const change = { method: { from: method, to: null }, heldOn: { from: heldOn, to: null }, about: { from: about, to: null } };
		record(tx, person, `removed ${method} from journey`, { kind: 'journey method', id }, change);
		return done();
	});
}
