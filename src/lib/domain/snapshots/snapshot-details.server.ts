import { createHash } from 'node:crypto';
import { aliasedTable, and, asc, eq, gt, isNull, or } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { evidence, evidenceVersions } from '#lib/domain/evidence/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { SnapshotEvidence } from './snapshot.ts';
import { answerEvidence, answers, assessments } from '#lib/domain/assessments/tables.ts';
import { moderations } from '#lib/domain/moderation/tables.ts';

const answerer = aliasedTable(people, 'answerer');
const moderator = aliasedTable(people, 'moderator');

/**
 * Who answered and who moderated each criterion, and its evidence with fingerprints, for a snapshot: two queries for
 * the whole assessment, looked up by criterion.
 */
export function snapshotDetails(db: Database, assessmentId: string) {
	const rows = db
		.select({
			criterion: answers.criterion,
			answeredBy: answers.answeredBy,
			answererName: answerer.name,
			answeredAt: answers.answeredAt,
			moderatedBy: moderations.moderatedBy,
			moderatorName: moderator.name,
			moderatedAt: moderations.moderatedAt
		})
		.from(answers)
		.leftJoin(moderations, and(eq(moderations.assessmentId, answers.assessmentId), eq(moderations.criterion, answers.criterion)))
		.leftJoin(answerer, eq(answerer.id, answers.answeredBy))
		.leftJoin(moderator, eq(moderator.id, moderations.moderatedBy))
		.where(eq(answers.assessmentId, assessmentId))
		.all();
	const byCriterion = new Map(rows.map((row) => [row.criterion, row]));
	const pieces = evidenceIn(db, assessmentId);
	return (criterion: string) => {
		const row = byCriterion.get(criterion);
		return {
			answered: {
				answeredBy: row?.answeredBy ? { id: row.answeredBy, name: row.answererName ?? '' } : null,
				answeredAt: row?.answeredAt ?? null
			},
			moderated: row?.moderatedBy ? { by: { id: row.moderatedBy, name: row.moderatorName ?? '' }, at: row.moderatedAt ?? 0 } : null,
			evidence: pieces.get(criterion) ?? []
		};
	};
}

/** The evidence of each criterion in its current version. What was withdrawn after the answers were frozen was there when they were judged. */
function evidenceIn(db: Database, assessmentId: string): Map<string, SnapshotEvidence[]> {
	const rows = db
		.select({
			criterion: answerEvidence.criterion,
			id: evidence.id,
			title: evidence.title,
			kind: evidence.kind,
			version: evidenceVersions.number,
			from: evidence.effectiveFrom,
			to: evidence.effectiveTo,
			strength: evidence.strength,
			fileName: evidenceVersions.fileName,
			sha256: evidenceVersions.sha256,
			link: evidenceVersions.link,
			note: evidenceVersions.note
		})
		.from(answerEvidence)
		.innerJoin(assessments, eq(assessments.id, answerEvidence.assessmentId))
		.innerJoin(evidence, eq(evidence.id, answerEvidence.evidenceId))
		.innerJoin(evidenceVersions, and(eq(evidenceVersions.evidenceId, evidence.id), eq(evidenceVersions.number, evidence.currentVersion)))
		.where(
			and(
				eq(answerEvidence.assessmentId, assessmentId),
				or(isNull(evidence.withdrawnAt), gt(evidence.withdrawnAt, assessments.submittedAt))
			)
		)
		.orderBy(asc(answerEvidence.criterion), asc(answerEvidence.evidenceId))
		.all();
	const byCriterion = new Map<string, SnapshotEvidence[]>();
	for (const { criterion, link, note, sha256, ...piece } of rows)
		byCriterion.set(criterion, [...(byCriterion.get(criterion) ?? []), { ...piece, sha256: sha256 ?? sha256OfText(link ?? note ?? '') }]);
	return byCriterion;
}

const sha256OfText = (text: string) => createHash('sha256').update(text).digest('hex');
