import { and, eq, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { opened } from './clocks.ts';
import type { CaseTyped } from './forms.ts';
import { nameOf, nextCaseNumber, standingAfter } from './keeping.server.ts';
import { sameAs, sayAgain } from './same-complaint.server.ts';
import { complaintStages, tellUsCases } from './tables.ts';

/**
 * Writes down what a customer said. A complaint begins its first stage, and with it its clock; a compliment or a comment is
 * noted. Refused for a closed service, a team of another, a day to come, and with 'same-complaint' where it looks like one that is here already and
 * nobody has said yet whether it is. The audit line holds nothing of the customer. Tamworth 4.6.2; DOMAIN section 7.
 */
export function noteCase(db: Database, person: Person | null, typed: CaseTyped, today: string): Outcome<{ id: string; number: number }> {
	return write(db, (tx) => {
		const open = and(eq(services.id, typed.serviceId), isNull(services.closedOn));
		if (!tx.select({ id: services.id }).from(services).where(open).get())
			return refused('unknown-service', 'Choose a service that is open', 'serviceId');
		const ofService = and(eq(teams.id, typed.teamId ?? ''), eq(teams.serviceId, typed.serviceId), isNull(teams.closedOn));
		if (typed.teamId && !tx.select({ id: teams.id }).from(teams).where(ofService).get())
			return refused('other-team', 'Choose a team of the service it is about, or leave the team empty', 'teamId');
		if (typed.receivedOn > today) return refused('future', 'The day it came in must be today or in the past', 'receivedOn');
		const alike = sameAs(tx, typed);
		if (alike.length && !typed.same)
			return refused('same-complaint', `This may be here already. ${alike.map(sayAgain).join('. ')}. Say whether it is the same`, 'same');
		const original = alike.find(({ number }) => String(number) === typed.same);
		const hasReference = !!typed.reference && alike.some(({ why }) => why === 'the same reference');
		if (hasReference && !original)
			return refused(
				'reference-taken',
				'This reference is used by another case. Say that it is the same one, or change the reference',
				'reference'
			);
		const { same: _, stage, reference, ...fields } = typed;
		const first = typed.kind === 'complaint' && !original ? opened(stage || 'stage 1', typed.receivedOn) : null;
		const standing = first ? standingAfter(first) : { stage: null, state: 'noted' as const, dueOn: null, closedOn: typed.receivedOn };
		const { id, number } = tx
			.insert(tellUsCases)
			.values({
				...fields,
				...standing,
				teamId: typed.teamId || null,
				reference: hasReference ? null : reference || null,
				number: nextCaseNumber(tx),
				duplicateOfId: original?.id ?? null,
				enteredBy: person?.id ?? '',
				enteredAt: now()
			})
			.returning({ id: tellUsCases.id, number: tellUsCases.number })
			.get();
		if (first)
			tx.insert(complaintStages)
				.values({ ...first, caseId: id })
				.run();
		const what = original
			? `wrote down ${nameOf({ kind: typed.kind, number })}, the same as ${original.number}`
			: `wrote down ${nameOf({ kind: typed.kind, number })}`;
		const { kind, receivedOn, channel, serviceId, teamId } = typed;
		const said = {
			kind,
			receivedOn,
			channel,
			serviceId,
			...(teamId && { teamId }),
			...(first && { stage: first.stage, dueOn: standing.dueOn })
		};
		record(
			tx,
			person,
			what,
			{ kind: 'complaint', id },
			Object.fromEntries(Object.entries(said).map(([field, to]) => [field, { from: null, to }]))
		);
		return done({ id, number });
	});
}
