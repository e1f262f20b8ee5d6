import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { can } from '#lib/domain/access/can.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { monthIn } from './months.server.ts';
import { showMonth } from './month.ts';
import { nextNumber } from './sampling.server.ts';
import { interactions, pafAssessments } from './tables.ts';

/** Picks an interaction to be scored, beside those drawn at random. It is marked as chosen, with why. DOMAIN section 5.2. */
export function chooseInteraction(db: Database, person: Person, input: { reference: string; why: string }): Outcome<{ number: number }> {
	return write(db, (tx) => {
		const found = tx.select().from(interactions).where(eq(interactions.reference, input.reference)).get();
		const thing = { serviceId: found?.serviceId ?? null, teamId: found?.teamId ?? null };
		if (!found || !(can(person, 'run PAF', thing) || can(person, 'score interaction', thing)))
			return refused('no-interaction', `There is no interaction with the reference ${input.reference}`, 'reference');
		const month = monthIn(tx, found.serviceId, found.month);
		if (month?.state !== 'open') return refused('month-closed', `${showMonth(found.month)} is not open`, 'reference');
		const there = tx.select().from(pafAssessments).where(eq(pafAssessments.interactionId, found.id)).get();
		if (there) return refused('there', `This interaction is in the list to score already (${there.selection})`, 'reference');
		const { teamId, serviceId, staffId, channel, month: its } = found;
		const about = { interactionId: found.id, monthId: month.id, month: its, teamId, serviceId, staffId, channel };
		const { id, number } = tx
			.insert(pafAssessments)
			.values({ ...about, number: nextNumber(tx), selection: 'chosen', why: input.why })
			.returning({ id: pafAssessments.id, number: pafAssessments.number })
			.get();
		record(
			tx,
			person,
			'chose an interaction to be scored',
			{ kind: 'PAF assessment', id },
			{ reference: { from: null, to: input.reference } }
		);
		return done({ number });
	});
}
