import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { answerEvidence } from '#lib/domain/assessments/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { Place } from './attaching.server.ts';
import { councilLimits } from './council-limits.server.ts';
import { columns, isCurrentVersion, lineOf } from './of-criterion.server.ts';
import { inSight } from './sight.server.ts';
import { evidence, evidenceVersions, storedFiles } from './tables.ts';

const mostChoices = 100;

/** Evidence that could support a criterion of this service: its own and corporate, not withdrawn, within the person's sight. */
const canBeUsedBy = (db: Database, person: Person, serviceId: string) =>
	and(inSight(db, person), isNull(evidence.withdrawnAt), or(eq(evidence.serviceId, serviceId), eq(services.kind, 'corporate')));

/**
 * What a person can choose for a criterion, by title: the service's own evidence and the council's, as far as they may
 * see it, without what is there already. At most 100; `isMore` where a search must narrow it.
 */
export function evidenceToChoose(db: Database, person: Person, place: Place, serviceId: string, search: string, on: string) {
	const { warningDays } = councilLimits(db);
	const like = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
	const there = db
		.select({ one: sql`1` })
		.from(answerEvidence)
		.where(
			and(
				eq(answerEvidence.assessmentId, place.assessmentId),
				eq(answerEvidence.criterion, place.criterion),
				eq(answerEvidence.evidenceId, evidence.id)
			)
		);
	const found = db
		.select({ ...columns, service: services.name, serviceId: evidence.serviceId })
		.from(evidence)
		.innerJoin(services, eq(services.id, evidence.serviceId))
		.innerJoin(evidenceVersions, isCurrentVersion)
		.leftJoin(storedFiles, eq(storedFiles.sha256, evidenceVersions.sha256))
		.where(
			and(
				canBeUsedBy(db, person, serviceId),
				sql`not exists ${there}`,
				search ? sql`${evidence.title} like ${like} escape '\\'` : undefined
			)
		)
		.orderBy(asc(evidence.title), asc(evidence.id))
		.limit(mostChoices + 1)
		.all();
	const lines = found.slice(0, mostChoices).map((row) => ({
		...lineOf(row, on, warningDays, []),
		corporate: row.serviceId === serviceId ? null : row.service
	}));
	return { lines, isMore: found.length > mostChoices };
}

/** How many pieces `evidenceToChoose` would find without a search: '26' on the link to the library. */
export function countToChoose(db: Database, person: Person, serviceId: string): number {
	const found = db
		.select({ n: sql<number>`count(*)` })
		.from(evidence)
		.innerJoin(services, eq(services.id, evidence.serviceId))
		.where(canBeUsedBy(db, person, serviceId))
		.get();
	return found?.n ?? 0;
}

/** Which of these pieces the person may let support a criterion of this service. */
export function usableAmong(db: Database, person: Person, serviceId: string, ids: readonly string[]): Set<string> {
	const found = db
		.select({ id: evidence.id })
		.from(evidence)
		.innerJoin(services, eq(services.id, evidence.serviceId))
		.where(and(sql`${evidence.id} in (select value from json_each(${JSON.stringify(ids)}))`, canBeUsedBy(db, person, serviceId)))
		.all();
	return new Set(found.map(({ id }) => id));
}
