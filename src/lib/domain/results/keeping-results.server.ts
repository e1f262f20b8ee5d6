import { and, eq, inArray, lt, ne, or, sql } from 'drizzle-orm';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { addDays } from '#lib/domain/calendar/dates.ts';
import { keptPerDatabase, write, type Database, type Transaction } from '#lib/server/database.ts';
import { bases, type Basis } from './basis.ts';
import { answersOf, judgedOn, type Readable } from '#lib/domain/assessments/reading.server.ts';
import { resultOf, type Result } from './result.ts';
import { isOpen } from '#lib/domain/assessments/status.ts';
import { answers, assessments } from '#lib/domain/assessments/tables.ts';
import { results } from './tables.ts';

const columns = [
	'level',
	'award',
	'index',
	'share',
	'answered',
	'total',
	'met',
	'applicable',
	'themes',
	'levels',
	'holdsUntil'
] as const satisfies (keyof typeof results.$inferInsert)[];

const held = <T extends string>(basis: Basis, column: T) => sql.placeholder(`${basis} ${column}`);
// the day it holds until is kept apart: named here, its index would be written even where the day stays
const figures = columns.filter((column) => column !== 'holdsUntil');
const whatIsNew = Object.fromEntries(figures.map((column) => [column, sql.raw(`excluded.${results[column].name}`)]));
const somethingIsNew = or(...figures.map((column) => sql`${results[column]} is not ${sql.raw(`excluded.${results[column].name}`)}`));

const prepared = keptPerDatabase((db) => ({
	assessment: db
		.select({
			id: assessments.id,
			status: assessments.status,
			frameworkVersionId: assessments.frameworkVersionId,
			submittedOn: assessments.submittedOn,
			service: { kind: services.kind }
		})
		.from(assessments)
		.innerJoin(services, eq(services.id, assessments.serviceId))
		.where(eq(assessments.id, sql.placeholder('id')))
		.prepare(),
	keep: db
		.insert(results)
		.values(
			bases.map((basis) => ({
				assessmentId: sql.placeholder('id'),
				basis,
				level: held(basis, 'level'),
				award: held(basis, 'award'),
				index: held(basis, 'index'),
				share: held(basis, 'share'),
				answered: held(basis, 'answered'),
				total: held(basis, 'total'),
				met: held(basis, 'met'),
				applicable: held(basis, 'applicable'),
				themes: held(basis, 'themes'),
				levels: held(basis, 'levels'),
				holdsUntil: held(basis, 'holdsUntil')
			}))
		)
		.onConflictDoUpdate({ target: [results.assessmentId, results.basis], set: whatIsNew, setWhere: somethingIsNew })
		.prepare(),
	hold: db
		.update(results)
		.set({ holdsUntil: sql`${sql.placeholder('holdsUntil')}` })
		.where(and(eq(results.assessmentId, sql.placeholder('id')), sql`${results.holdsUntil} is not ${sql.placeholder('holdsUntil')}`))
		.prepare()
}));

/**
 * Works out the result of an assessment anew and keeps it: call it in the transaction of every write that can change
 * it (an answer, its evidence, a moderation, a step on its way). Evidence is judged on today while the answers can still
 * change, on the day of submission after. Throws when there is no such assessment. DOMAIN section 2.2.
 */
export function keepResults(tx: Transaction, assessmentId: string, today: string): Result {
	const assessment = prepared(tx).assessment.get({ id: assessmentId });
	if (!assessment) throw new Error(`There is no assessment ${assessmentId}`);
	return keepResultsOf(tx, assessment, today);
}

/** As keepResults, for a caller that has just read the assessment in the same transaction. */
export function keepResultsOf(tx: Transaction, assessment: Readable, today: string): Result {
	const result = resultOf(frameworkOf(tx, assessment.frameworkVersionId), answersOf(tx, assessment), judgedOn(assessment, today));
	// once the day of judging is fixed, no date changes the figures any more
	const holdsUntil = isOpen(assessment.status) ? result.holdsUntil : null;
	const values = bases.flatMap((basis) => {
		const row = { ...result[basis], ...result.completeness, holdsUntil };
		return columns.map((column) => [`${basis} ${column}`, row[column]]);
	});
	const { keep, hold } = prepared(tx);
	keep.run({ id: assessment.id, ...Object.fromEntries(values) });
	hold.run({ id: assessment.id, holdsUntil });
	return result;
}

/** Assessments whose kept result no longer holds because a piece of evidence began or ended, or the corporate answers changed. */
const staleIds = keptPerDatabase((db) =>
	db
		.selectDistinct({ id: results.assessmentId })
		.from(results)
		.innerJoin(assessments, eq(assessments.id, results.assessmentId))
		.where(and(lt(results.holdsUntil, sql.placeholder('today')), ne(assessments.status, 'agreed')))
		.limit(sql.placeholder('limit'))
		.prepare()
);

/** Refreshes up to `limit` kept results that today has overtaken, a transaction each; gives how many. Agreed ones stay. */
export function refreshStaleResults(db: Database, today: string, limit: number): number {
	const ids = staleIds(db).all({ today, limit });
	for (const { id } of ids) write(db, (tx) => keepResults(tx, id, today));
	return ids.length;
}

/**
 * Marks the results of all assessments that inherit from a framework version's corporate assessment to be refreshed:
 * call it where one becomes agreed or is reopened. What is agreed already stays as it was agreed.
 */
export function overtakeInherited(tx: Transaction, frameworkVersionId: string, today: string): void {
	const inheriting = tx
		.select({ id: assessments.id })
		.from(assessments)
		.innerJoin(answers, eq(answers.assessmentId, assessments.id))
		.where(and(eq(assessments.frameworkVersionId, frameworkVersionId), ne(assessments.status, 'agreed'), eq(answers.rating, 'inherited')));
	tx.update(results)
		.set({ holdsUntil: addDays(today, -1) })
		.where(inArray(results.assessmentId, inheriting))
		.run();
}
