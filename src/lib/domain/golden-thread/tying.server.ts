import { and, eq, inArray } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { objectives } from '#lib/domain/one-to-ones/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { mayKeep } from './strand-thing.ts';
import { strandRow } from './strand-rows.server.ts';
import { strandTies } from './tables.ts';
import type { ThreadThing } from './things/thread-thing.ts';
import { tieKindNames, type TieKind } from './ties.ts';

const gone = refused('gone', 'This strand is no longer in the thread: choose another', 'strand');
const notTheirs = refused('not-theirs', 'You can tie only what is yours to manage, or to a strand that is yours to keep', 'strand');

/**
 * Ties things, all of one kind and looked up through the person before, to one strand. Those tied already stay as they are.
 * The person must keep the strand, or manage each of the things; an objective of a one-to-one serves one strand and is tied
 * by whoever leads the team. Gives how many are new. DOMAIN section 6.
 */
export function tie(db: Database, person: Person, things: readonly ThreadThing[], strandId: string): Outcome<{ tied: number }> {
	return write(db, (tx) => {
		const strand = strandRow(tx, strandId);
		if (!strand || strand.retiredOn) return gone;
		if (!things.length) return refused('none', 'Choose at least one', 'thing[]');
		const keeps = mayKeep(person, strand);
		if (things.some(({ kind, mayManage }) => !mayManage && (kind === 'objective' || !keeps))) return notTheirs;
		const tied = things[0]!.kind === 'objective' ? tieObjectives(tx, things, strandId) : insertTies(tx, person, things, strandId);
		if (tied.length) {
			const kind = things[0]!.kind;
			const many = kind === 'objective' ? 'objectives' : tieKindNames[kind as TieKind];
			// of an objective nobody but its two people knows what it says
			const said = kind === 'objective' ? `${tied.length}` : tied.map(({ title, place }) => `${title} (${place})`).join('; ');
			record(tx, person, `tied ${many} to a strand`, { kind: 'strand', id: strandId }, { [many]: { from: null, to: said } });
		}
		return done({ tied: tied.length });
	});
}

type Tx = Parameters<Parameters<typeof write>[1]>[0];

const insertTies = (tx: Tx, person: Person, things: readonly ThreadThing[], strandId: string) =>
	things.filter(
		({ kind, thing }) =>
			tx
				.insert(strandTies)
				.values({ strandId, kind: kind as TieKind, thing, tiedBy: person.id, tiedAt: now() })
				.onConflictDoNothing()
				.run().changes
	);

const tieObjectives = (tx: Tx, things: readonly ThreadThing[], strandId: string) => {
	const ids = things.map(({ thing }) => thing);
	tx.update(objectives).set({ strandId }).where(inArray(objectives.id, ids)).run();
	return things;
};

/** Takes a tie away, by whoever could make it. */
export function untie(db: Database, person: Person, thing: ThreadThing, strandId: string): Outcome {
	return write(db, (tx) => {
		const strand = strandRow(tx, strandId);
		if (!strand) return gone;
		if (!thing.mayManage && (thing.kind === 'objective' || !mayKeep(person, strand))) return notTheirs;
		const isObjective = thing.kind === 'objective';
		const changes = isObjective
			? tx
					.update(objectives)
					.set({ strandId: null })
					.where(and(eq(objectives.id, thing.thing), eq(objectives.strandId, strandId)))
					.run().changes
			: tx
					.delete(strandTies)
					.where(and(eq(strandTies.strandId, strandId), eq(strandTies.kind, thing.kind as TieKind), eq(strandTies.thing, thing.thing)))
					.run().changes;
		if (!changes) return done();
		const what = isObjective ? 'untied an objective from a strand' : `untied from a strand: ${thing.kind}`;
		record(
			tx,
			person,
			what,
			{ kind: 'strand', id: strandId },
			isObjective ? {} : { tie: { from: `${thing.title} (${thing.place})`, to: null } }
		);
		return done();
	});
}
