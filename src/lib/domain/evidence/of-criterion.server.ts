import { aliasedTable, and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import { answerEvidence } from '#lib/domain/assessments/tables.ts';
import { agreedEvidence } from '#lib/domain/snapshots/agreed-answers.server.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import type { Place } from './attaching.server.ts';
import { councilLimits } from './council-limits.server.ts';
import type { Standing } from './currency.ts';
import { shown } from './listing.server.ts';
import { endOf, evidence, evidenceVersions, storedFiles } from './tables.ts';
import type { Strength } from './wording.ts';

/** One line of a list of evidence: what EvidenceList shows. */
export type EvidenceLine = {
	id: string;
	title: string;
	/** 'PDF, 1.2 MB' */
	content: string;
	effectiveFrom: string;
	effectiveTo: string | null;
	strength: Strength;
	standing: Standing;
	/** The numbers of the other criteria of the same assessment that it supports. */
	alsoSupports: string[];
};

export const columns = {
	id: evidence.id,
	title: evidence.title,
	kind: evidence.kind,
	strength: evidence.strength,
	effectiveFrom: evidence.effectiveFrom,
	effectiveTo: evidence.effectiveTo,
	withdrawnAt: evidence.withdrawnAt,
	fileName: evidenceVersions.fileName,
	link: evidenceVersions.link,
	size: storedFiles.size
};
export const isCurrentVersion = and(eq(evidenceVersions.evidenceId, evidence.id), eq(evidenceVersions.number, evidence.currentVersion));
const other = aliasedTable(answerEvidence, 'other');
const isHere = and(
	eq(answerEvidence.assessmentId, sql.placeholder('assessmentId')),
	eq(answerEvidence.criterion, sql.placeholder('criterion'))
);

const prepared = keptPerDatabase((db) => ({
	pieces: db
		.select(columns)
		.from(answerEvidence)
		.innerJoin(evidence, eq(evidence.id, answerEvidence.evidenceId))
		.innerJoin(evidenceVersions, isCurrentVersion)
		.leftJoin(storedFiles, eq(storedFiles.sha256, evidenceVersions.sha256))
		.where(isHere)
		.orderBy(desc(endOf(evidence.effectiveTo)), asc(evidence.title))
		.prepare(),
	others: db
		.select({ id: other.evidenceId, criterion: other.criterion })
		.from(answerEvidence)
		.innerJoin(
			other,
			and(
				eq(other.evidenceId, answerEvidence.evidenceId),
				eq(other.assessmentId, answerEvidence.assessmentId),
				ne(other.criterion, answerEvidence.criterion)
			)
		)
		.where(isHere)
		.orderBy(asc(other.criterion))
		.prepare()
}));

type Row = Parameters<typeof shown>[0] & { id: string; title: string; strength: Strength };

export const lineOf = (row: Row, on: string, warningDays: number, alsoSupports: string[]): EvidenceLine => {
	const { id, title, content, effectiveFrom, effectiveTo, strength, standing } = shown(row, on, warningDays);
	return { id, title, content, effectiveFrom, effectiveTo, strength, standing, alsoSupports };
};

/** What was agreed stays as it was: a piece that was edited since keeps the title, period and strength it had. DOMAIN section 2.3. */
function asAgreed<R extends Row>(db: Database, { assessmentId, criterion }: Place, rows: R[]): R[] {
	const agreed = agreedEvidence(db, assessmentId, criterion);
	if (!agreed) return rows;
	const then = new Map(agreed.map((piece) => [piece.id, piece]));
	return rows.flatMap((row) => {
		const piece = then.get(row.id);
		if (!piece) return [];
		const { title, from, to, strength } = piece;
		return [{ ...row, title, effectiveFrom: from, effectiveTo: to, strength: strength as Strength, withdrawnAt: null }];
	});
}

/**
 * The evidence of one criterion, what is true longest first, in three queries; once agreed, as it then stood. `on` is the day it is judged on, as
 * `judgedOn` gives it. The caller has let the person in to see the criterion.
 */
export function evidenceOf(db: Database, place: Place, on: string): EvidenceLine[] {
	const { warningDays } = councilLimits(db);
	const elsewhere = new Map<string, string[]>();
	for (const { id, criterion } of prepared(db).others.all(place)) elsewhere.set(id, [...(elsewhere.get(id) ?? []), criterion]);
	return asAgreed(db, place, prepared(db).pieces.all(place)).map((row) => lineOf(row, on, warningDays, elsewhere.get(row.id) ?? []));
}
