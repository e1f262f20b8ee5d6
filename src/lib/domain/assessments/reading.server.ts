import { aliasedTable, and, desc, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { evidence } from '#lib/domain/evidence/tables.ts';
import type { Framework } from '#lib/domain/frameworks/document.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { betweenWrites } from '#lib/server/between-writes.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import type { Answer, EvidencePeriod } from '#lib/domain/results/answer.ts';
import { standingsOf } from '#lib/domain/results/standing.ts';
import { agreedAnswers } from '#lib/domain/snapshots/agreed-answers.server.ts';
import { isOpen, statuses, type Status } from './status.ts';
import { answerEvidence, answers, assessments } from './tables.ts';
import { moderations } from '#lib/domain/moderation/tables.ts';

/** What is needed of an assessment to read its answers; an AssessmentSeen has it all. */
export type Readable = {
	id: string;
	status: Status;
	frameworkVersionId: string;
	submittedOn: string | null;
	service: { kind: 'external' | 'internal' | 'corporate' };
};

/** The day evidence is judged on: today while the answers can still change, the day of submission after. DOMAIN section 2.2. */
export const judgedOn = ({ status, submittedOn }: Pick<Readable, 'status' | 'submittedOn'>, today: string): string =>
	isOpen(status) ? today : (submittedOn ?? today);

const open = statuses.filter(isOpen);
const corporate = aliasedTable(services, 'corporate');

/** Rows as one text: taking thirty rows apart as JSON costs half of what reading them one by one does. */
const inOneText = (...columns: SQLiteColumn[]) => ({ rows: sql<string>`json_group_array(json_array(${sql.join(columns, sql`, `)}))` });
const periodColumns = inOneText(answerEvidence.assessmentId, answerEvidence.criterion, evidence.effectiveFrom, evidence.effectiveTo);

const prepared = keptPerDatabase((db) => ({
	answers: db
		.select(
			inOneText(
				answers.criterion,
				answers.rating,
				answers.comment,
				answers.toConfirm,
				moderations.moderatedAt,
				moderations.rating,
				moderations.notApplicableAccepted,
				moderations.comment
			)
		)
		.from(answers)
		.leftJoin(moderations, and(eq(moderations.assessmentId, answers.assessmentId), eq(moderations.criterion, answers.criterion)))
		.where(eq(answers.assessmentId, sql.placeholder('id')))
		.prepare(),
	periodsWhileOpen: db
		.select(periodColumns)
		.from(answerEvidence)
		.innerJoin(evidence, eq(evidence.id, answerEvidence.evidenceId))
		.where(and(eq(answerEvidence.assessmentId, sql.placeholder('id')), isNull(evidence.withdrawnAt)))
		.prepare(),
	// what was withdrawn after the answers were frozen was there when they were judged
	periods: db
		.select(periodColumns)
		.from(answerEvidence)
		.innerJoin(evidence, eq(evidence.id, answerEvidence.evidenceId))
		.innerJoin(assessments, eq(assessments.id, answerEvidence.assessmentId))
		.where(
			and(
				inArray(answerEvidence.assessmentId, [sql.placeholder('id'), sql.placeholder('corporateId')]),
				or(
					isNull(evidence.withdrawnAt),
					and(notInArray(assessments.status, open), sql`${evidence.withdrawnAt} > ${assessments.submittedAt}`)
				)
			)
		)
		.prepare(),
	corporate: db
		.select({ id: assessments.id, submittedOn: assessments.submittedOn, agreedOn: assessments.agreedOn })
		.from(corporate)
		.innerJoin(assessments, eq(assessments.serviceId, corporate.id))
		.where(
			and(
				// written out: with a parameter the index of the one corporate service could not be used
				sql`${corporate.kind} = 'corporate'`,
				isNull(corporate.closedOn),
				eq(assessments.status, 'agreed'),
				eq(assessments.frameworkVersionId, sql.placeholder('frameworkVersionId'))
			)
		)
		.orderBy(desc(assessments.agreedOn), desc(assessments.agreedAt))
		.prepare()
}));

/** The latest agreed corporate assessment made on a framework version: what 'inherited' refers to. Null while there is none. */
export const corporateAssessment = (db: Database, frameworkVersionId: string) => prepared(db).corporate.get({ frameworkVersionId }) ?? null;

// in the order selected above
type Row = [
	criterion: string,
	rating: string | null,
	comment: string,
	toConfirm: 0 | 1,
	moderatedAt: number | null,
	moderated: string | null,
	accepted: 0 | 1 | null,
	remark: string | null
];
type Period = [assessmentId: string, criterion: string, from: string, to: string | null];
const rowsIn = <T>(found: { rows: string } | undefined) => JSON.parse(found?.rows ?? '[]') as T[];
const answerRows = (db: Database, id: string) => rowsIn<Row>(prepared(db).answers.get({ id }));
const periodRows = (db: Database, id: string, corporateId: string | null) => rowsIn<Period>(prepared(db).periods.get({ id, corporateId }));
const periodsWhileOpen = (db: Database, id: string) => rowsIn<Period>(prepared(db).periodsWhileOpen.get({ id }));

/**
 * Every answer of an assessment with the periods of its evidence, what the moderator said, and the corporate answer an
 * inherited one takes: at most five queries, however many criteria. Those of an agreed assessment are what was agreed:
 * nothing that happens afterwards to evidence or to the corporate assessment changes them. They are kept until anything is written,
 * for whoever goes from criterion to criterion: do not change them. DOMAIN sections 2.1, 2.3 and 2.4.
 */
export function answersOf(db: Database, assessment: Readable): Answer[] {
	return (
		(assessment.status === 'agreed' ? agreedAnswers(db, assessment.id) : null) ??
		betweenWrites(db, `answers of ${assessment.id}`, () => answersNow(db, assessment))
	);
}

function answersNow(db: Database, assessment: Readable): Answer[] {
	const own = answerRows(db, assessment.id);
	const inherits = assessment.service.kind !== 'corporate' && own.some(([, rating]) => rating === 'inherited');
	const source = inherits ? corporateAssessment(db, assessment.frameworkVersionId) : null;
	const all =
		!source && isOpen(assessment.status) ? periodsWhileOpen(db, assessment.id) : periodRows(db, assessment.id, source?.id ?? null);
	const inherited = source ? ratingsOf(db, assessment.frameworkVersionId, source, () => all) : new Map<string, string | null>();
	return joined(own, all, assessment.id, inherited);
}

/** What the corporate assessment agreed for each criterion, and when: what 'inherited' would take. Null while there is none. */
export function agreedCorporate(
	db: Database,
	frameworkVersionId: string
): { agreedOn: string; ratings: Map<string, string | null> } | null {
	const source = corporateAssessment(db, frameworkVersionId);
	if (!source) return null;
	return { agreedOn: source.agreedOn ?? '', ratings: ratingsOf(db, frameworkVersionId, source, () => periodRows(db, source.id, null)) };
}

function ratingsOf(db: Database, versionId: string, source: { id: string; submittedOn: string | null }, periods: () => Period[]) {
	const said = agreedAnswers(db, source.id) ?? joined(answerRows(db, source.id), periods(), source.id, new Map());
	return agreedRatings(frameworkOf(db, versionId), said, source.submittedOn ?? '');
}

function joined(rows: Row[], periods: Period[], assessmentId: string, inherited: Map<string, string | null>): Answer[] {
	const byCriterion = new Map<string, EvidencePeriod[]>();
	for (const [of, criterion, from, to] of periods) {
		if (of !== assessmentId) continue;
		const known = byCriterion.get(criterion);
		if (known) known.push({ from, to });
		else byCriterion.set(criterion, [{ from, to }]);
	}
	return rows.map(([criterion, rating, comment, toConfirm, moderatedAt, moderated, accepted, remark]) => ({
		criterion,
		rating,
		comment,
		toConfirm: toConfirm === 1,
		inheritedRating: rating === 'inherited' ? (inherited.get(criterion) ?? null) : null,
		evidence: byCriterion.get(criterion) ?? [],
		moderation:
			moderatedAt === null
				? null
				: { rating: moderated, notApplicableAccepted: accepted === null ? null : accepted === 1, comment: remark ?? '' }
	}));
}

/**
 * What an agreed assessment agreed for each criterion: what it counts as there, after moderation and the evidence rule.
 * A service cannot inherit more than the corporate assessment itself could show. DOMAIN sections 2.1 and 2.2.
 */
export const agreedRatings = (framework: Framework, answers: Answer[], on: string): Map<string, string | null> =>
	new Map(
		standingsOf(framework, answers, 'agreed', on).map(({ criterion, leaves, counts, why }) => [
			criterion,
			leaves ? 'not applicable' : why === 'unanswered' ? null : counts
		])
	);
