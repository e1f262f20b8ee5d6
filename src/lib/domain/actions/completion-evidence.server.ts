import { and, asc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { listed } from '#lib/domain/results/wording.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { inSight } from '#lib/domain/evidence/sight.server.ts';
import { evidence } from '#lib/domain/evidence/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { ActionSeen } from './finding.server.ts';
import { actionEvidence } from './tables.ts';

type ActionHere = Pick<ActionSeen, 'id' | 'number' | 'serviceId'>;

const most = 100;

/** Evidence that can prove this action done: the service's own and the council's, not withdrawn, within the person's sight. */
const usable = (db: Database, person: Person, serviceId: string): SQL | undefined =>
	and(inSight(db, person), isNull(evidence.withdrawnAt), or(eq(evidence.serviceId, serviceId), eq(services.kind, 'corporate')));

/** What a person can choose from the library to prove an action done, by title, a hundred pieces at most. */
export const evidenceForCompletion = (db: Database, person: Person, action: ActionHere) =>
	db
		.select({ id: evidence.id, title: evidence.title, shows: evidence.shows, service: services.name })
		.from(evidence)
		.innerJoin(services, eq(services.id, evidence.serviceId))
		.where(usable(db, person, action.serviceId))
		.orderBy(asc(evidence.title), asc(evidence.id))
		.limit(most)
		.all();

/** The evidence that an action was completed: the pieces this person may see, and how many more there are. */
export function completionEvidence(db: Database, person: Person, action: ActionHere) {
	const links = eq(actionEvidence.actionId, action.id);
	const all =
		db
			.select({ count: sql<number>`count(*)` })
			.from(actionEvidence)
			.where(links)
			.get()?.count ?? 0;
	const pieces = db
		.select({ id: evidence.id, title: evidence.title, shows: evidence.shows, withdrawnAt: evidence.withdrawnAt })
		.from(actionEvidence)
		.innerJoin(evidence, eq(evidence.id, actionEvidence.evidenceId))
		.where(and(links, inSight(db, person)))
		.orderBy(asc(evidence.title))
		.all()
		.map(({ withdrawnAt, ...piece }) => ({ ...piece, isWithdrawn: withdrawnAt !== null }));
	return { pieces, outOfSight: all - pieces.length };
}

/** Makes these pieces the evidence that an action was completed. What the person may not see or use is neither added nor taken off. */
export function proveCompletion(db: Database, person: Person, action: ActionHere, ids: readonly string[]): Outcome<{ count: number }> {
	return write(db, (tx) => {
		const choices = new Map(evidenceForCompletion(tx, person, action).map(({ id, title }) => [id, title]));
		const there = new Set(idsOn(tx, action.id));
		const wanted = new Set(ids.filter((id) => choices.has(id)));
		const added = [...wanted].filter((id) => !there.has(id));
		const taken = [...there].filter((id) => choices.has(id) && !wanted.has(id));
		if (added.length)
			tx.insert(actionEvidence)
				.values(added.map((evidenceId) => ({ actionId: action.id, evidenceId, addedBy: person.id, addedAt: now() })))
				.run();
		if (taken.length)
			tx.delete(actionEvidence)
				.where(and(eq(actionEvidence.actionId, action.id), inArray(actionEvidence.evidenceId, taken)))
				.run();
		const titles = (of: Iterable<string>) => listed([...of].map((id) => choices.get(id) ?? 'a piece out of sight').sort());
		if (added.length || taken.length)
			record(
				tx,
				person,
				`changed what proves action ${action.number} done`,
				{ kind: 'action', id: action.id },
				{
					evidence: { from: titles(there), to: titles(idsOn(tx, action.id)) }
				}
			);
		return done({ count: there.size + added.length - taken.length });
	});
}

const idsOn = (tx: Transaction, actionId: string) =>
	tx
		.select({ id: actionEvidence.evidenceId })
		.from(actionEvidence)
		.where(eq(actionEvidence.actionId, actionId))
		.all()
		.map(({ id }) => id);
