import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { mapSteps } from '#lib/domain/maps/tables.ts';
import type { Contact } from './finding.server.ts';
import type { ContactTyped } from './forms.ts';
import { demandKindNames, sayPredictable } from './kinds.ts';
import { refusedContact, refusedLog } from './noting.server.ts';
import { contacts } from './tables.ts';

const labels = {
	words: 'What the customer said',
	kind: 'Value or failure',
	type: 'What it is about',
	channel: 'Channel',
	predictable: 'Predictable',
	heardOn: 'Day heard',
	stepId: 'Step'
};
const gone = () => refused('removed', 'This contact was removed from the log');
const found = (tx: Transaction, journey: Journey, id: string) =>
	tx
		.select()
		.from(contacts)
		.where(and(eq(contacts.id, id), eq(contacts.journeyId, journey.id)))
		.get();

/** Puts a contact of the log right. Refused as `noteContact` is, and stale where somebody saved since. DOMAIN section 8. */
export function correctContact(
	db: Database,
	person: Person,
	journey: Journey,
	id: string,
	{ version, ...typed }: ContactTyped & { version: number },
	today: string
): Outcome<{ version: number }> {
	return write(db, (tx) => {
		const refusal = refusedContact(tx, journey, typed, today);
		if (refusal) return refusal;
		const row = found(tx, journey, id);
		if (!row || row.removedAt !== null) return gone();
		const contact = { ...typed, stepId: typed.stepId || null };
		if (row.version !== version) {
			const stands = { ...inWords(tx, row), version: row.version };
			return staleSave<typeof stands>(tx, { kind: 'contact', id }, stands, inWords(tx, contact), labels);
		}
		const change = changesOf<Contact>(row, contact);
		if (!Object.keys(change).length) return done({ version });
		tx.update(contacts)
			.set({ ...contact, version: version + 1 })
			.where(and(eq(contacts.id, id), eq(contacts.version, version)))
			.run();
		record(tx, person, `corrected a contact of journey ${journey.number}`, { kind: 'contact', id }, change);
		return done({ version: version + 1 });
	});
}

/** Two versions of a contact are compared as people read them. */
function inWords(
	tx: Transaction,
	{ stepId, kind, heardOn, predictable, words, type, channel }: Omit<ContactTyped, 'stepId'> & { stepId: string | null }
) {
	const step = stepId ? tx.select({ does: mapSteps.does }).from(mapSteps).where(eq(mapSteps.id, stepId)).get()?.does : null;
	return {
		words,
		type,
		channel,
		kind: demandKindNames[kind],
		heardOn: showDay(heardOn),
		predictable: sayPredictable(predictable) || 'not said',
		stepId: step ?? 'none'
	};
}

/** Takes a contact out of the log, from the version the person saw; it can be brought back. */
export function removeContact(db: Database, person: Person, journey: Journey, id: string, version: number): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const closed = refusedLog(journey);
		if (closed) return closed;
		const row = found(tx, journey, id);
		if (!row) return gone();
		if (row.removedAt !== null) return done({ id });
		if (row.version !== version)
			return refused('changed', 'Somebody changed this contact meanwhile. Look at it as it stands now, then remove it');
		tx.update(contacts)
			.set({ removedAt: now(), version: version + 1 })
			.where(eq(contacts.id, id))
			.run();
		record(tx, person, `removed a contact of journey ${journey.number}`, { kind: 'contact', id });
		return done({ id });
	});
}

/** Brings a removed contact back into the log as it was. */
export function returnContact(db: Database, person: Person, journey: Journey, id: string): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const closed = refusedLog(journey);
		if (closed) return closed;
		const row = found(tx, journey, id);
		if (!row) return gone();
		if (row.removedAt === null) return done({ id });
		tx.update(contacts)
			.set({ removedAt: null, version: row.version + 1 })
			.where(eq(contacts.id, id))
			.run();
		record(tx, person, `brought back a contact of journey ${journey.number}`, { kind: 'contact', id });
		return done({ id });
	});
}
