import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { OneToOneSeen } from './finding.server.ts';
import { oneToOnes } from './tables.ts';

/** What is written down of a one-to-one. The advisor changes the notes only; agenda and dates are the leader's. */
export type Noted = { agenda?: string; heldOn?: string; nextOn?: string | null; notes: string; version: number };

const labels = { agenda: 'Agenda', heldOn: 'Held on', nextOn: 'Next one', notes: 'Notes' };
const thing = (id: string) => ({ kind: 'one-to-one', id });

/**
 * Saves agenda, notes and dates. A change of the notes takes both agreements away, since each agreed to what stood there. The
 * trail keeps which fields changed, never the words: they are between the two. DOMAIN sections 1, 5.2 and 8.
 */
export function saveOneToOne(db: Database, person: Person, one: OneToOneSeen, input: Noted): Outcome<{ version: number }> {
	const { version, ...typed } = input;
	const wanted = one.as === 'leader' ? typed : { notes: typed.notes };
	return write(db, (tx) => {
		const stands = tx.select().from(oneToOnes).where(eq(oneToOnes.id, one.id)).get();
		if (!stands) return refused('gone', 'This one-to-one is no longer kept');
		if (stands.version !== version) return staleSave<typeof stands>(tx, thing(one.id), stands, wanted, labels);
		if (wanted.nextOn && wanted.nextOn <= (wanted.heldOn ?? stands.heldOn))
			return refused('next-before', 'The next one must be after this one', 'nextOn');
		const fields = (Object.keys(wanted) as (keyof typeof labels)[]).filter((field) => (wanted[field] ?? null) !== (stands[field] ?? null));
		if (!fields.length) return done({ version });
		const undone = fields.includes('notes') ? { advisorAgreedAt: null, leaderAgreedAt: null } : {};
		tx.update(oneToOnes)
			.set({ ...wanted, ...undone, version: version + 1 })
			.where(eq(oneToOnes.id, one.id))
			.run();
		const said = fields.map((field) => labels[field].toLowerCase()).join(', ');
		record(tx, person, 'wrote on a one-to-one', thing(one.id), { fields: { from: null, to: said } });
		return done({ version: version + 1 });
	});
}

/** Agrees, as one of the two, to the notes as the person saw them. Refused where they were changed since, or are empty. */
export function agreeNotes(db: Database, person: Person, one: OneToOneSeen, version: number): Outcome {
	return write(db, (tx) => {
		const stands = tx.select().from(oneToOnes).where(eq(oneToOnes.id, one.id)).get();
		if (!stands) return refused('gone', 'This one-to-one is no longer kept');
		if (!stands.notes) return refused('no-notes', 'There are no notes to agree to yet');
		if (stands.version !== version) return refused('changed', 'This was changed since you opened it. Read it again, then agree');
		const field = one.as === 'leader' ? 'leaderAgreedAt' : 'advisorAgreedAt';
		if (stands[field]) return done();
		tx.update(oneToOnes)
			.set({ [field]: now(), version: version + 1 })
			.where(eq(oneToOnes.id, one.id))
			.run();
		record(tx, person, `agreed the notes of a one-to-one as ${one.as}`, thing(one.id));
		return done();
	});
}
