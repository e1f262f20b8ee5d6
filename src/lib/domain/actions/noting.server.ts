import { desc, eq, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { keptPerDatabase, write, type Database } from '#lib/server/database.ts';
import type { ActionSeen } from './finding.server.ts';
import { actionNotes } from './tables.ts';

/** Writes a progress note on an action. Notes are never changed: a correction is a new note. */
export function addNote(db: Database, person: Person, action: Pick<ActionSeen, 'id' | 'number'>, text: string): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const note = { actionId: action.id, text, personId: person.id, at: now() };
		const { id } = tx.insert(actionNotes).values(note).returning({ id: actionNotes.id }).get();
		record(tx, person, `wrote a note on action ${action.number}`, { kind: 'action', id: action.id }, { note: { from: null, to: text } });
		return done({ id });
	});
}

const prepared = keptPerDatabase((db) =>
	db
		.select({ id: actionNotes.id, text: actionNotes.text, by: people.name, at: actionNotes.at })
		.from(actionNotes)
		.innerJoin(people, eq(people.id, actionNotes.personId))
		.where(eq(actionNotes.actionId, sql.placeholder('id')))
		.orderBy(desc(actionNotes.at))
		.prepare()
);

/** The progress notes of an action, newest first, a hundred at most. */
export const notesOf = (db: Database, action: Pick<ActionSeen, 'id'>) => prepared(db).all({ id: action.id }).slice(0, 100);
