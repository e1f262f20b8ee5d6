import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { servicesNotToVisit, whyNotToVisit } from './declaring-ties.server.ts';
import { refusedWhenClosed } from './keeping-waves.server.ts';
import { programmes, visits, waves } from './tables.ts';

/**
 * Confirms the drawn plan, as changed by hand since: shoppers see their visits from then on. Refused while staff were not
 * given notice by the wave's first day, or somebody would visit a service they work in or declared a tie to since.
 */
export function confirmPlan(db: Database, person: Person, waveId: string): Outcome {
	return write(db, (tx) => {
		const wave = tx.select().from(waves).where(eq(waves.id, waveId)).get();
		if (!wave) return refused('unknown', 'There is no such wave');
		if (wave.confirmedAt !== null) return done();
		const refusal = refusedWhenClosed(tx, waveId) ?? refusedPlan(tx, wave);
		if (refusal) return refusal;
		tx.update(waves)
			.set({ confirmedAt: now(), confirmedBy: person.id, version: wave.version + 1 })
			.where(eq(waves.id, waveId))
			.run();
		record(tx, person, `confirmed the plan of wave ${wave.number}, ${wave.name}`, { kind: 'wave', id: waveId });
		return done();
	});
}

function refusedPlan(tx: Transaction, wave: typeof waves.$inferSelect): Refused | null {
	if (wave.drawnAt === null) return refused('not-drawn', 'Draw the plan first');
	const notice = tx.select({ on: programmes.noticeGivenOn }).from(programmes).where(eq(programmes.id, wave.programmeId)).get()?.on;
	if (!notice || notice > wave.startOn)
		return refused(
			'no-notice',
			'Staff must have been given notice by the first day of the wave. Enter the day on the page of the programme'
		);
	const pairs = tx
		.selectDistinct({ shopperId: visits.shopperId, serviceId: visits.serviceId, name: people.name })
		.from(visits)
		.innerJoin(people, eq(people.id, visits.shopperId))
		.where(and(eq(visits.waveId, wave.id), eq(visits.state, 'planned')))
		.all();
	const never = servicesNotToVisit(
		tx,
		pairs.flatMap(({ shopperId }) => shopperId ?? [])
	);
	const torn = pairs.find(({ shopperId, serviceId }) => never.get(shopperId ?? '')?.includes(serviceId));
	return torn
		? refused('conflict', `${torn.name}: ${whyNotToVisit(tx, torn.shopperId ?? '', torn.serviceId)}. Give the visit to somebody else`)
		: null;
}
