import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { nextRecommendationNumber } from '#lib/domain/findings/numbering.server.ts';
import { findings, recommendations } from '#lib/domain/findings/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { faultsIn, type ActionDetails } from './details.ts';
import { actions } from './tables.ts';

/** What an action comes from; nothing for one that came from a good idea. */
export type Source = { recommendationId?: string; assessmentId?: string | null; criterion?: string | null };

/** Why an owner cannot own an action; null where they can. Somebody who left keeps what they owned until it is given to another. */
export function refusedOwner(tx: Transaction, ownerId: string, before?: string): Refused | null {
	if (ownerId === before) return null;
	const owner = tx
		.select({ id: people.id })
		.from(people)
		.where(and(eq(people.id, ownerId), isNull(people.deactivatedAt)))
		.get();
	return owner ? null : refused('unknown-owner', 'Choose an owner who can sign in', 'ownerId');
}

/** Why a service cannot be given an action like this; null where it can. To be asked before anything is written. */
export function refusedAction(tx: Transaction, serviceId: string, details: ActionDetails): Refused | null {
	const fault = faultsIn(details)[0];
	if (fault) return refused('fault', fault.text, fault.field);
	const service = tx
		.select({ id: services.id })
		.from(services)
		.where(and(eq(services.id, serviceId), isNull(services.closedOn)))
		.get();
	return service ? refusedOwner(tx, details.ownerId) : refused('closed-service', 'Choose a service that is open', 'serviceId');
}

/** Writes down an action that nothing speaks against, under the next number. */
export function keepAction(tx: Transaction, person: Person, serviceId: string, details: ActionDetails, source: Source = {}): number {
	const last = tx
		.select({ number: sql<number | null>`max(${actions.number})` })
		.from(actions)
		.get();
	const action = { ...details, ...source, serviceId, number: (last?.number ?? 0) + 1 };
	const { id } = tx.insert(actions).values(action).returning({ id: actions.id }).get();
	record(tx, person, `added action ${action.number}`, { kind: 'action', id }, changesOf({}, action));
	return action.number;
}

/** The accepted recommendation of a finding, in the words of the action it becomes. */
export function keepRecommendation(tx: Transaction, person: Person, findingId: string, { title, detail }: ActionDetails): string {
	const recommendation = {
		number: nextRecommendationNumber(tx),
		findingId,
		text: [title, detail].filter(Boolean).join('\n'),
		state: 'accepted' as const
	};
	const { id } = tx.insert(recommendations).values(recommendation).returning({ id: recommendations.id }).get();
	record(tx, person, 'accepted recommendation', { kind: 'recommendation', id }, changesOf({}, recommendation));
	return id;
}

/**
 * Adds an action by hand, for a finding of its service where one is named. Refused where its dates are out of order, its
 * owner cannot sign in, its service is closed or the finding is not the service's or was withdrawn. Gives its number. DOMAIN section 3.
 */
export function addAction(
	db: Database,
	person: Person,
	serviceId: string,
	details: ActionDetails,
	findingId = ''
): Outcome<{ number: number }> {
	return write(db, (tx) => {
		const refusal = refusedAction(tx, serviceId, details);
		if (refusal) return refusal;
		if (!findingId) return done({ number: keepAction(tx, person, serviceId, details) });
		const finding = tx
			.select({ source: findings.source, assessmentId: findings.sourceId, criterion: findings.criterion })
			.from(findings)
			.where(and(eq(findings.id, findingId), eq(findings.serviceId, serviceId), isNull(findings.withdrawnReason)))
			.get();
		if (!finding) return refused('unknown-finding', 'Choose a finding of this service', 'findingId');
		const recommendationId = keepRecommendation(tx, person, findingId, details);
		const { source, assessmentId, criterion } = finding;
		const gap = source === 'assessment' ? { assessmentId, criterion } : {};
		return done({ number: keepAction(tx, person, serviceId, details, { recommendationId, ...gap }) });
	});
}
