import { and, asc, eq, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { Calibration, Interaction } from './finding.server.ts';
import type { InteractionTyped } from './forms.ts';
import { inState } from './open-calibration.server.ts';
import { calibrationForms, calibrationInteractions } from './tables.ts';
import { interactionName } from './words.ts';

/** A session's interactions in their order. */
export const interactionsOf = (db: Database, calibrationId: string): Interaction[] =>
	db
		.select()
		.from(calibrationInteractions)
		.where(eq(calibrationInteractions.calibrationId, calibrationId))
		.orderBy(asc(calibrationInteractions.position))
		.all();

/** Adds an interaction while the session is scored: everybody scores it. The same reference twice is refused. */
export function addInteraction(db: Database, person: Person, { id }: Calibration, typed: InteractionTyped): Outcome {
	return write(db, (tx) => {
		const open = inState(tx, id, 'scoring');
		if (!open.ok) return open;
		const there = interactionsOf(tx, id);
		if (there.some(({ reference }) => reference.toLowerCase() === typed.reference.toLowerCase()))
			return refused('twice', 'An interaction with this reference is in the session already', 'reference');
		const position = (there.at(-1)?.position ?? 0) + 1;
		tx.insert(calibrationInteractions)
			.values({ ...typed, calibrationId: id, position })
			.run();
		const what = `added ${interactionName(position).toLowerCase()} to calibration ${open.calibration.number}`;
		record(tx, person, what, { kind: 'calibration', id }, changesOf({}, typed));
		return done();
	});
}

/** Takes an interaction out again, unless somebody has begun to score it. */
export function removeInteraction(db: Database, person: Person, { id }: Calibration, interaction: Interaction): Outcome {
	return write(db, (tx) => {
		const open = inState(tx, id, 'scoring');
		if (!open.ok) return open;
		const begun = tx
			.select({ count: sql<number>`count(*)` })
			.from(calibrationForms)
			.where(eq(calibrationForms.interactionId, interaction.id))
			.get();
		if (begun?.count) return refused('begun', 'Somebody has begun to score this interaction, so it stays.');
		tx.delete(calibrationInteractions)
			.where(and(eq(calibrationInteractions.id, interaction.id), eq(calibrationInteractions.calibrationId, id)))
			.run();
		const { reference, about, recording } = interaction;
		const what = `took ${interactionName(interaction.position).toLowerCase()} out of calibration ${open.calibration.number}`;
		record(tx, person, what, { kind: 'calibration', id }, changesOf({ reference, about, recording }, {}));
		return done();
	});
}
