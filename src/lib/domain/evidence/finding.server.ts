import { and, eq, exists, inArray, isNull, sql } from 'drizzle-orm';
import { can, type Thing } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { answerEvidence, assessments, handovers } from '#lib/domain/assessments/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { evidence, evidenceVersions, storedFiles } from './tables.ts';

/** Whether it supports a criterion that is handed over to a person. */
export const handedOverTo = (db: Database, personId: unknown) =>
	exists(
		db
			.select({ one: sql`1` })
			.from(answerEvidence)
			.innerJoin(handovers, and(eq(handovers.assessmentId, answerEvidence.assessmentId), eq(handovers.criterion, answerEvidence.criterion)))
			.where(and(eq(answerEvidence.evidenceId, evidence.id), eq(handovers.personId, sql`${personId}`), isNull(handovers.returnedAt)))
	);

/** Whether it supports an assessment that a board may see. */
export const readyForBoard = (db: Database) =>
	exists(
		db
			.select({ one: sql`1` })
			.from(answerEvidence)
			.innerJoin(assessments, eq(assessments.id, answerEvidence.assessmentId))
			.where(and(eq(answerEvidence.evidenceId, evidence.id), inArray(assessments.status, ['moderated', 'agreed'])))
	);

const one = keptPerDatabase((db) =>
	db
		.select({
			id: evidence.id,
			kind: evidence.kind,
			title: evidence.title,
			shows: evidence.shows,
			serviceId: evidence.serviceId,
			service: services.name,
			serviceKind: services.kind,
			ownerId: evidence.ownerId,
			owner: people.name,
			effectiveFrom: evidence.effectiveFrom,
			effectiveTo: evidence.effectiveTo,
			strength: evidence.strength,
			reviewOn: evidence.reviewOn,
			currentVersion: evidence.currentVersion,
			withdrawnAt: evidence.withdrawnAt,
			withdrawnReason: evidence.withdrawnReason,
			version: evidence.version,
			fileName: evidenceVersions.fileName,
			link: evidenceVersions.link,
			note: evidenceVersions.note,
			sha256: evidenceVersions.sha256,
			size: storedFiles.size,
			isHandedOver: sql<number>`${handedOverTo(db, sql.placeholder('personId'))}`,
			isReady: sql<number>`${readyForBoard(db)}`
		})
		.from(evidence)
		.innerJoin(services, eq(services.id, evidence.serviceId))
		.innerJoin(people, eq(people.id, evidence.ownerId))
		.innerJoin(evidenceVersions, and(eq(evidenceVersions.evidenceId, evidence.id), eq(evidenceVersions.number, evidence.currentVersion)))
		.leftJoin(storedFiles, eq(storedFiles.sha256, evidenceVersions.sha256))
		.where(eq(evidence.id, sql.placeholder('id')))
		.prepare()
);

type Row = NonNullable<ReturnType<ReturnType<typeof one>['get']>>;

/** A piece of evidence as it stands now, with what `can` asks about it. */
export type EvidenceSeen = Omit<Row, 'isHandedOver' | 'isReady'> & { thing: Thing };

/** A piece of evidence this person may see; 404 for everybody else. DOMAIN section 1. */
export function evidenceSeen(db: Database, person: Person, id: string): EvidenceSeen {
	return findEvidence(db, person, id) ?? notFound();
}

/** As evidenceSeen, but null where it is out of sight. */
export function findEvidence(db: Database, person: Person, id: string): EvidenceSeen | null {
	const row = one(db).get({ id, personId: person.id });
	if (!row) return null;
	const { isHandedOver, isReady, ...piece } = row;
	const thing: Thing = { serviceId: row.serviceId, ownerId: row.ownerId, corporate: row.serviceKind === 'corporate' };
	const seen = { ...thing, status: isReady ? 'agreed' : 'draft', handedTo: isHandedOver ? [person.id] : [] };
	// who was handed a criterion reads its evidence; changing it is for its owner and the service manager
	return can(person, 'see evidence', seen) ? { ...piece, thing } : null;
}
