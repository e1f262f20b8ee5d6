import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { inSight } from '#lib/domain/evidence/sight.server.ts';
import { evidence } from '#lib/domain/evidence/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { EvidenceBySteps } from './step-evidence.ts';
import { mapSteps, stepEvidence } from './tables.ts';

/** The evidence of every step of a map, by title, in one query. Whoever may see the map sees how many pieces there are, and those in their sight. */
export const evidenceOfMap = (db: Database, person: Person, mapId: string): EvidenceBySteps =>
	evidenceWhere(db, person, eq(mapSteps.mapId, mapId));

/** The same for some steps: what a page that looks on asks for. */
export const evidenceOfSteps = (db: Database, person: Person, stepIds: readonly string[]): EvidenceBySteps =>
	stepIds.length ? evidenceWhere(db, person, sql`${mapSteps.id} in (select value from json_each(${JSON.stringify(stepIds)}))`) : {};

function evidenceWhere(db: Database, person: Person, which: SQL): EvidenceBySteps {
	const seen = inSight(db, person);
	const rows = db
		.select({
			stepId: stepEvidence.stepId,
			id: evidence.id,
			title: evidence.title,
			withdrawnAt: evidence.withdrawnAt,
			isSeen: seen ? sql<number>`coalesce(${seen}, 0)` : sql<number>`1`
		})
		.from(mapSteps)
		.innerJoin(stepEvidence, eq(stepEvidence.stepId, mapSteps.id))
		.innerJoin(evidence, eq(evidence.id, stepEvidence.evidenceId))
		.where(and(which))
		.orderBy(asc(evidence.title), asc(evidence.id))
		.all();
	const found: EvidenceBySteps = {};
	for (const { stepId, isSeen, id, title, withdrawnAt } of rows) {
		const of = (found[stepId] ??= { pieces: [], outOfSight: 0 });
		if (isSeen) of.pieces.push({ id, title, isWithdrawn: withdrawnAt !== null });
		else of.outOfSight++;
	}
	return found;
}
