import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { contacts } from './tables.ts';

export type Contact = typeof contacts.$inferSelect;

/** A contact that stands in the log of a journey; 404 where there is none. Whoever asks has seen the journey. */
export function contactOf(db: Database, journeyId: string, id: string): Contact {
	return (
		db
			.select()
			.from(contacts)
			.where(and(eq(contacts.id, id), eq(contacts.journeyId, journeyId), isNull(contacts.removedAt)))
			.get() ?? notFound()
	);
}

/** What the next contact most likely shares with the one just noted; null where that is not in this log. */
export const lastNoted = (db: Database, journeyId: string, id: string): Pick<Contact, 'channel' | 'heardOn' | 'stepId' | 'words'> | null =>
	db
		.select({ channel: contacts.channel, heardOn: contacts.heardOn, stepId: contacts.stepId, words: contacts.words })
		.from(contacts)
		.where(and(eq(contacts.id, id), eq(contacts.journeyId, journeyId), isNull(contacts.removedAt)))
		.get() ?? null;

/** The words of a contact that was just removed and can be brought back; null for any other. */
export const removedWords = (db: Database, journeyId: string, id: string): string | null => {
	const found = db
		.select({ words: contacts.words, removedAt: contacts.removedAt })
		.from(contacts)
		.where(and(eq(contacts.id, id), eq(contacts.journeyId, journeyId)))
		.get();
	return found && found.removedAt !== null ? found.words : null;
};
