import { and, asc, eq } from 'drizzle-orm';
import { has, type Person } from '#lib/domain/access/person.ts';
import { staff } from '#lib/domain/organisation/tables.ts';
import { nameOf } from '#lib/domain/paf/showing.ts';
import { interactions, pafAssessments } from '#lib/domain/paf/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { dayAndMonth, dueMark, eachOrAll, type Need } from './need.ts';

/** For an advisor: their released scores that they neither acknowledged nor appealed, with the last day to appeal. DOMAIN section 5.2. */
export function scoresToAcknowledge(db: Database, person: Person, today: string): Need[] {
	if (!has(person, 'advisor')) return [];
	const rows = db
		.select({
			number: pafAssessments.number,
			channel: pafAssessments.channel,
			at: interactions.at,
			appealUntil: pafAssessments.appealUntil
		})
		.from(staff)
		.innerJoin(pafAssessments, eq(pafAssessments.staffId, staff.id))
		.innerJoin(interactions, eq(interactions.id, pafAssessments.interactionId))
		.where(and(eq(staff.personId, person.id), eq(pafAssessments.state, 'released')))
		.orderBy(asc(pafAssessments.appealUntil), asc(pafAssessments.number))
		.limit(200)
		.all();
	const words = (until: string | null) =>
		until === null || until < today ? 'The time to appeal is over.' : `You can appeal until ${dayAndMonth(until)}.`;
	// past its day nothing is late: there is only nothing to appeal any more
	const mark = (until: string | null): Need['when'] =>
		until === null || until < today ? { kind: 'quiet', text: 'To acknowledge' } : dueMark(until, today);
	const by = (until: string | null) => (until === null || until < today ? null : until);
	return eachOrAll(
		rows,
		({ number, channel, at, appealUntil }) => ({
			href: `/paf/assessments/${number}`,
			title: `Look at your score: ${nameOf(channel, at)}`,
			text: `Acknowledge it if you agree. ${words(appealUntil)}`,
			by: by(appealUntil),
			when: mark(appealUntil)
		}),
		(all) => {
			const first = all.find(({ appealUntil }) => by(appealUntil) !== null)?.appealUntil ?? null;
			return {
				href: '/paf/mine',
				title: `Look at ${all.length} of your scores`,
				text: first ? `The first can be appealed until ${dayAndMonth(first)}.` : 'Acknowledge those you agree with.',
				by: first,
				when: mark(first)
			};
		}
	);
}
