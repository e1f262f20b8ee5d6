import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { refusedWhenClosed } from './keeping-waves.server.ts';
import { askedOf, scenariosToPlan, type PlanChoices } from './plan-asked.server.ts';
import { numberedVisits, sameVisits } from './plan-in-rows.ts';
import { planVisits, type PlannedVisit } from './planning.ts';
import { visits, waves } from './tables.ts';

const mostVisits = 2000;

/**
 * Draws the plan of a wave by `planningRule` and keeps what was asked with it; drawn again before it is confirmed, it takes
 * the place of the last. Refused with everything that is missing, named, once the plan is confirmed or the wave closed.
 * DOMAIN section 5.1.
 */
export function drawPlan(db: Database, person: Person, waveId: string, chosen: PlanChoices): Outcome<{ visits: number }> {
	return write(db, (tx) => {
		const wave = tx.select().from(waves).where(eq(waves.id, waveId)).get();
		const closed =
			refusedWhenClosed(tx, waveId) ??
			(wave?.confirmedAt ? refused('confirmed', 'The plan is confirmed: change single visits by hand') : null);
		if (closed || !wave) return closed ?? refused('unknown', 'There is no such wave');
		if (chosen.perService * chosen.services.length > mostVisits)
			return refused('too-many', `A plan holds at most ${mostVisits.toLocaleString('en-GB')} visits`, 'perService');
		const asked = askedOf(tx, wave, chosen);
		const planned = planVisits(asked);
		if (!planned.ok) return planned;
		tx.delete(visits)
			.where(and(eq(visits.waveId, waveId), eq(visits.state, 'planned'), isNull(visits.agency)))
			.run();
		insertPlanned(tx, waveId, planned.visits);
		tx.update(waves)
			.set({ asked, drawnAt: now(), drawnBy: person.id, version: wave.version + 1 })
			.where(eq(waves.id, waveId))
			.run();
		const change = { seed: { from: wave.asked?.seed ?? null, to: chosen.seed }, visits: { from: null, to: planned.visits.length } };
		record(tx, person, `drew the plan of wave ${wave.number}, ${wave.name}`, { kind: 'wave', id: waveId }, change);
		return done({ visits: planned.visits.length });
	});
}

/** The next number a visit gets. */
export const nextVisitNumber = (tx: Transaction): number =>
	(tx
		.select({ last: sql<number | null>`max(${visits.number})` })
		.from(visits)
		.get()?.last ?? 0) + 1;

function insertPlanned(tx: Transaction, waveId: string, planned: readonly PlannedVisit[]): void {
	const tellings = new Map(scenariosToPlan(tx).map(({ id, variants }) => [id, variants]));
	const rows = numberedVisits(planned, nextVisitNumber(tx), tellings).map((visit) => ({ ...visit, waveId }));
	// a statement takes so many values at most
	for (let from = 0; from < rows.length; from += 200)
		tx.insert(visits)
			.values(rows.slice(from, from + 200))
			.run();
}

/**
 * Whether drawing again from what was kept gives the plan that stands: true where every drawn visit is in it. Changes made by
 * hand since show as differences. Null where nothing was drawn.
 */
export function drawnAgain(db: Database, waveId: string): { same: number; of: number } | null {
	const asked = db.select({ asked: waves.asked }).from(waves).where(eq(waves.id, waveId)).get()?.asked;
	const planned = asked && planVisits(asked);
	if (!planned?.ok) return null;
	const stands = db.select().from(visits).where(eq(visits.waveId, waveId)).all();
	return { same: sameVisits(planned.visits, stands), of: planned.visits.length };
}
