import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { evidenceOffered } from '#lib/domain/evidence/offering.server.ts';
import { inSight } from '#lib/domain/evidence/sight.server.ts';
import { evidence } from '#lib/domain/evidence/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { listed } from '#lib/domain/results/wording.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { refusedAfterReview } from './checking.server.ts';
import type { FindingSeen } from './finding.server.ts';
import { onJourney } from './wording.ts';
import { inSight as findingsInSight } from './narrowing.server.ts';
import { findingEvidence, findings, rankOfSeverity } from './tables.ts';

/** What a person can choose from the library for a finding: of the services its journey crosses, its own and the council's. */
export const evidenceForFinding = (db: Database, person: Person, { serviceId, journey }: FindingSeen) =>
	evidenceOffered(db, person, [serviceId, ...(journey ? [journey.serviceId, ...journey.crosses] : [])]);

/** The evidence of a finding: the pieces this person may see, and how many more there are. */
export function evidenceOfFinding(db: Database, person: Person, { id }: Pick<FindingSeen, 'id'>) {
	const links = eq(findingEvidence.findingId, id);
	const all =
		db
			.select({ count: sql<number>`count(*)` })
			.from(findingEvidence)
			.where(links)
			.get()?.count ?? 0;
	const pieces = db
		.select({ id: evidence.id, title: evidence.title, shows: evidence.shows, withdrawnAt: evidence.withdrawnAt })
		.from(findingEvidence)
		.innerJoin(evidence, eq(evidence.id, findingEvidence.evidenceId))
		.where(and(links, inSight(db, person)))
		.orderBy(asc(evidence.title))
		.all()
		.map(({ withdrawnAt, ...piece }) => ({ ...piece, isWithdrawn: withdrawnAt !== null }));
	return { pieces, outOfSight: all - pieces.length };
}

/**
 * Makes these pieces the evidence of a finding. What the person may not see or use is neither added nor taken off. Refused
 * once the review is over.
 */
export function attachToFinding(db: Database, person: Person, finding: FindingSeen, ids: readonly string[]): Outcome<{ count: number }> {
	return write(db, (tx) => {
		const over = refusedAfterReview(finding.journey);
		if (over) return over;
		const choices = new Map(evidenceForFinding(tx, person, finding).map(({ id, title }) => [id, title]));
		const there = new Set(idsOn(tx, finding.id));
		const wanted = new Set(ids.filter((id) => choices.has(id)));
		const added = [...wanted].filter((id) => !there.has(id));
		const taken = [...there].filter((id) => choices.has(id) && !wanted.has(id));
		if (added.length)
			tx.insert(findingEvidence)
				.values(added.map((evidenceId) => ({ findingId: finding.id, evidenceId, addedBy: person.id, addedAt: now() })))
				.run();
		if (taken.length)
			tx.delete(findingEvidence)
				.where(and(eq(findingEvidence.findingId, finding.id), inArray(findingEvidence.evidenceId, taken)))
				.run();
		const titles = (of: Iterable<string>) => listed([...of].map((id) => choices.get(id) ?? 'a piece out of sight').sort());
		if (added.length || taken.length) {
			const change = { evidence: { from: titles(there), to: titles(idsOn(tx, finding.id)) } };
			record(tx, person, `changed the evidence of a finding${onJourney(finding)}`, { kind: 'finding', id: finding.id }, change);
		}
		return done({ count: there.size + added.length - taken.length });
	});
}

/** The findings that a piece of evidence supports, as far as this person may see them, the most severe first. DOMAIN section 2.4. */
export const findingsSupportedBy = (db: Database, person: Person, evidenceId: string) =>
	db
		.select({
			id: findings.id,
			what: findings.what,
			severity: findings.severity,
			service: services.name,
			withdrawnReason: findings.withdrawnReason
		})
		.from(findingEvidence)
		.innerJoin(findings, eq(findings.id, findingEvidence.findingId))
		.innerJoin(services, eq(services.id, findings.serviceId))
		.where(and(eq(findingEvidence.evidenceId, evidenceId), findingsInSight(db, person)))
		.orderBy(rankOfSeverity(findings.severity), asc(findings.foundAt), asc(findings.id))
		.limit(200)
		.all();

const idsOn = (tx: Transaction, findingId: string) =>
	tx
		.select({ id: findingEvidence.evidenceId })
		.from(findingEvidence)
		.where(eq(findingEvidence.findingId, findingId))
		.all()
		.map(({ id }) => id);
