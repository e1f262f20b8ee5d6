import { and, eq, inArray, sql } from 'drizzle-orm';
import { actions } from '#lib/domain/actions/tables.ts';
import { answerEvidence, answers, criterionComments, handovers } from '#lib/domain/assessments/tables.ts';
import { moderations } from '#lib/domain/moderation/tables.ts';
import { findings } from '#lib/domain/findings/tables.ts';
import type { Transaction } from '#lib/server/database.ts';

/** The tables that name a criterion of an assessment by its number. */
const byCriterion = [answers, moderations, answerEvidence, handovers, criterionComments] as const;

/**
 * Takes away what hangs on criteria that are no longer asked, and gives back, for the audit trail, the words in it.
 * Findings and actions stay, without the number: it may be another criterion's now.
 */
export function dropEnded(tx: Transaction, ids: string[], ends: string[]) {
	if (!ends.length) return [];
	const ended = (table: (typeof byCriterion)[number]) => and(inArray(table.assessmentId, ids), inArray(table.criterion, ends));
	const of = <T extends object>(kind: string, rows: T[]) => rows.map((row) => ({ kind, ...row }));
	const kept = [
		...of('comment', tx.select().from(criterionComments).where(ended(criterionComments)).all()),
		...of('moderation', tx.select().from(moderations).where(ended(moderations)).all()),
		...of('evidence', tx.select().from(answerEvidence).where(ended(answerEvidence)).all())
	];
	// a fixed number of statements, however many assessments
	for (const table of byCriterion) tx.delete(table).where(ended(table)).run();
	tx.update(actions)
		.set({ criterion: null, version: sql`${actions.version} + 1` })
		.where(and(inArray(actions.assessmentId, ids), inArray(actions.criterion, ends)))
		.run();
	tx.update(findings)
		.set({ criterion: null, version: sql`${findings.version} + 1` })
		.where(and(eq(findings.source, 'assessment'), inArray(findings.sourceId, ids), inArray(findings.criterion, ends)))
		.run();
	return kept;
}

const marked = '>';

/**
 * Gives every row of a criterion its new number. Numbers may change places, so each first gets a mark that no number has.
 * @param ids the assessments, as a JSON list
 */
export function renumberRows(tx: Transaction, ids: string, goes: Map<string, string>): void {
	const numbers = Object.fromEntries([...goes].filter(([old, now]) => old !== now));
	if (!Object.keys(numbers).length) return;
	const given = JSON.stringify(numbers);
	const places = [
		...byCriterion.map((table) => ({ table, assessment: table.assessmentId, only: sql`true` })),
		{ table: actions, assessment: actions.assessmentId, only: sql`true` },
		{ table: findings, assessment: findings.sourceId, only: eq(findings.source, 'assessment') }
	];
	for (const { table, assessment, only } of places) {
		const mine = and(sql`${assessment} in (select value from json_each(${ids}))`, only);
		const next = sql`(select value from json_each(${given}) where key = ${table.criterion})`;
		tx.run(
			sql`update ${table} set criterion = ${marked} || ${next} where ${and(mine, sql`${table.criterion} in (select key from json_each(${given}))`)}`
		);
		tx.run(sql`update ${table} set criterion = substr(criterion, 2) where ${and(mine, sql`substr(${table.criterion}, 1, 1) = ${marked}`)}`);
	}
	tx.run(sql`
		update answer set version = version + 1
		where assessment_id in (select value from json_each(${ids})) and criterion in (select value from json_each(${given}))`);
}
