import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { mayLead, type StaffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { agendaOf } from './agenda.ts';
import { agendaFacts } from './agenda-facts.server.ts';
import { oneToOnes } from './tables.ts';

/** Starts a one-to-one about a month's sheet, its agenda made of it. One a day and person. DOMAIN section 5.2. */
export function startOneToOne(
	db: Database,
	person: Person,
	member: StaffSeen,
	{ month, heldOn }: { month: string; heldOn: string },
	today: string
): Outcome<{ id: string }> {
	if (!mayLead(person, member)) return refused('not-leader', 'Only the leader of the team starts a one-to-one');
	if (month > today.slice(0, 7)) return refused('future', 'Choose a month that has begun', 'month');
	return write(db, (tx) => {
		const sameDay = and(eq(oneToOnes.staffId, member.id), eq(oneToOnes.heldOn, heldOn));
		if (tx.select({ id: oneToOnes.id }).from(oneToOnes).where(sameDay).get())
			return refused('there', `There is a one-to-one on ${showDay(heldOn)} already. Open it, or enter another day`, 'heldOn');
		const agenda = agendaOf(agendaFacts(tx, member.id, month, today));
		const values = { staffId: member.id, teamId: member.teamId, leaderId: person.id, month, heldOn, agenda };
		const { id } = tx
			.insert(oneToOnes)
			.values({ ...values, startedAt: now(), startedBy: person.id })
			.returning({ id: oneToOnes.id })
			.get();
		record(tx, person, 'started a one-to-one', { kind: 'one-to-one', id }, { heldOn: { from: null, to: heldOn } });
		return done({ id });
	});
}
