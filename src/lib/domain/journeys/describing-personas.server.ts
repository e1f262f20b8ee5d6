import { and, asc, eq, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import { refusedUnlessOpen } from './open.server.ts';
import { personas } from './tables.ts';

/** A kind of customer; facts and needs a line each. */
export type Persona = { name: string; facts: string; needs: string };

export const personaLabels = { name: 'Who they are', facts: 'Facts', needs: 'Needs' };

/** The personas of a journey, in their order. */
export const personasOf = (db: Database, journeyId: string) =>
	db.select().from(personas).where(eq(personas.journeyId, journeyId)).orderBy(asc(personas.position), asc(personas.id)).all();

const one = (journeyId: string, id: string) => and(eq(personas.journeyId, journeyId), eq(personas.id, id));

/** One persona of this journey; undefined where there is none such. */
export const personaOf = (db: Database, journeyId: string, id: string) => db.select().from(personas).where(one(journeyId, id)).get();

/** Describes another persona, after those that are there. */
export function addPersona(db: Database, person: Person, journeyId: string, persona: Persona): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const closed = refusedUnlessOpen(tx, journeyId);
		if (closed) return closed;
		const last = tx
			.select({ position: sql<number | null>`max(${personas.position})` })
			.from(personas)
			.where(eq(personas.journeyId, journeyId))
			.get();
		const { id } = tx
			.insert(personas)
			.values({ ...persona, journeyId, position: (last?.position ?? 0) + 1 })
			.returning({ id: personas.id })
			.get();
		record(tx, person, 'added persona', { kind: 'persona', id }, changesOf({}, persona));
		return done({ id });
	});
}

/** Changes a persona, from the version the person saw; stale, with both texts, where somebody saved since. */
export function changePersona(
	db: Database,
	person: Person,
	journeyId: string,
	{ id, version, ...persona }: Persona & { id: string; version: number }
): Outcome {
	return write(db, (tx) => {
		const closed = refusedUnlessOpen(tx, journeyId);
		if (closed) return closed;
		const row = personaOf(tx, journeyId, id);
		if (!row) return refused('gone', 'Somebody has removed this persona. Go back to the list');
		if (row.version !== version) return staleSave(tx, { kind: 'persona', id }, row, persona, personaLabels);
		const change = changesOf<Persona>(row, persona);
		if (!Object.keys(change).length) return done();
		tx.update(personas)
			.set({ ...persona, version: version + 1 })
			.where(one(journeyId, id))
			.run();
		record(tx, person, 'changed persona', { kind: 'persona', id }, change);
		return done();
	});
}

/** Moves a persona one place up or down; at the end it stays. Every persona keeps a place of its own. */
export function movePersona(db: Database, person: Person, journeyId: string, { id, way }: { id: string; way: 'up' | 'down' }): Outcome {
	return write(db, (tx) => {
		const closed = refusedUnlessOpen(tx, journeyId);
		if (closed) return closed;
		const all = personasOf(tx, journeyId);
		const at = all.findIndex((persona) => persona.id === id);
		const moved = all[at];
		const other = all[way === 'up' ? at - 1 : at + 1];
		if (!moved || !other) return done();
		const places = [
			[moved.id, other.position],
			[other.id, moved.position]
		] as const;
		for (const [persona, position] of places) tx.update(personas).set({ position }).where(eq(personas.id, persona)).run();
		record(tx, person, `moved persona ${way}`, { kind: 'persona', id }, { position: { from: moved.position, to: other.position } });
		return done();
	});
}

/** Removes a persona; the audit trail keeps what it said. Removed already changes nothing. */
export function removePersona(db: Database, person: Person, journeyId: string, id: string): Outcome {
	return write(db, (tx) => {
		const closed = refusedUnlessOpen(tx, journeyId);
		if (closed) return closed;
		const row = personaOf(tx, journeyId, id);
		if (!row) return done();
		tx.delete(personas).where(one(journeyId, id)).run();
		const change = Object.fromEntries((['name', 'facts', 'needs'] as const).map((field) => [field, { from: row[field], to: null }]));
		record(tx, person, 'removed persona', { kind: 'persona', id }, change);
		return done();
	});
}
