import { and, eq, max, ne, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { StandardFields } from './forms.ts';
import { contactStandards } from './tables.ts';

const isTaken = (tx: Transaction, number: string, except = '') =>
	tx
		.select({ id: contactStandards.id })
		.from(contactStandards)
		.where(and(sql`lower(${contactStandards.number}) = lower(${number})`, ne(contactStandards.id, except)))
		.get() !== undefined;
const taken = (number: string) => refused('number-taken', `There is already a standard ${number}. Give this one another number`, 'number');

/** Adds a contact standard, last of its channel. Refused where its number is used. DOMAIN section 5. */
export function addStandard(db: Database, person: Person, fields: StandardFields): Outcome<{ id: string }> {
	return write(db, (tx) => {
		if (isTaken(tx, fields.number)) return taken(fields.number);
		const last = tx
			.select({ position: max(contactStandards.position) })
			.from(contactStandards)
			.where(eq(contactStandards.channel, fields.channel))
			.get();
		const { id } = tx
			.insert(contactStandards)
			.values({ ...fields, position: (last?.position ?? 0) + 1 })
			.returning({ id: contactStandards.id })
			.get();
		record(tx, person, `added contact standard ${fields.number}`, { kind: 'contact standard', id }, changesOf<object>({}, fields));
		return done({ id });
	});
}

const labels = {
	number: 'Number',
	channel: 'Channel',
	text: 'What the customer can expect',
	howMeasured: 'How it is measured',
	source: 'Source'
};

/** Changes a contact standard. Scorecards refer to it by its number; contacts already scored are not touched. */
export function changeStandard(db: Database, person: Person, id: string, fields: StandardFields, seen: number): Outcome {
	return write(db, (tx) => {
		const standing = tx.select().from(contactStandards).where(eq(contactStandards.id, id)).get();
		if (!standing) return refused('unknown', 'This standard is not here any more');
		if (standing.version !== seen) return staleSave(tx, { kind: 'contact standard', id }, standing, fields, labels);
		if (isTaken(tx, fields.number, id)) return taken(fields.number);
		tx.update(contactStandards)
			.set({ ...fields, version: seen + 1 })
			.where(eq(contactStandards.id, id))
			.run();
		const { number, channel, text, howMeasured, source } = standing;
		const before = { number, channel, text, howMeasured, source };
		record(tx, person, `changed contact standard ${number}`, { kind: 'contact standard', id }, changesOf<object>(before, fields));
		return done();
	});
}

/** Retires a standard from a day on, or (null) takes it back. It stays in the list, since scorecards and scores refer to it. */
export function retireStandard(db: Database, person: Person, id: string, seen: number, on: string | null): Outcome {
	return write(db, (tx) => {
		const standing = tx.select().from(contactStandards).where(eq(contactStandards.id, id)).get();
		if (!standing) return refused('unknown', 'This standard is not here any more');
		if (standing.version !== seen) return refused('changed', 'This standard was changed while you were reading. Look again, then choose.');
		tx.update(contactStandards)
			.set({ retiredOn: on, version: seen + 1 })
			.where(eq(contactStandards.id, id))
			.run();
		record(
			tx,
			person,
			`${on ? 'retired' : 'took back'} contact standard ${standing.number}`,
			{ kind: 'contact standard', id },
			{ retiredOn: { from: standing.retiredOn, to: on } }
		);
		return done();
	});
}
