import { and, eq, sql } from 'drizzle-orm';
import { staleSave } from '#lib/domain/stale.server.ts';
import type { Refused } from '#lib/domain/outcome.ts';
import { refused } from '#lib/domain/outcome.ts';
import type { Transaction } from '#lib/server/database.ts';
import { nextDue, type StageDates } from './clocks.ts';
import type { CaseRow, StageRow } from './finding.server.ts';
import { stagesOf } from './finding.server.ts';
import { tellUsCases } from './tables.ts';

/** The number the next case is given. */
export const nextCaseNumber = (tx: Transaction): number =>
	(tx
		.select({ number: sql<number | null>`max(${tellUsCases.number})` })
		.from(tellUsCases)
		.get()?.number ?? 0) + 1;

/** How people name it: 'complaint 114'. */
export const nameOf = ({ kind, number }: Pick<CaseRow, 'kind' | 'number'>): string => `${kind} ${number}`;

/** The row as it stands in this transaction, with the stage it has reached. */
export function caseNow(tx: Transaction, id: string): { row: CaseRow; stage: StageRow | null } {
	const row = tx.select().from(tellUsCases).where(eq(tellUsCases.id, id)).get();
	if (!row) throw new Error(`There is no case ${id}`);
	return { row, stage: stagesOf(tx, id).at(-1) ?? null };
}

/** Where a case stands after its stage moved: what its list row says. The case is closed on `closedOn`, or open. */
export const standingAfter = (stage: StageDates): Pick<CaseRow, 'stage' | 'state' | 'dueOn' | 'closedOn'> => ({
	stage: stage.stage,
	state: stage.answeredOn ? 'answered' : 'open',
	dueOn: nextDue(stage)?.by ?? null,
	closedOn: stage.answeredOn
});

/** Saves a case from the version a person saw; a stale save is refused. What tells of the customer is not compared. */
export function saveCase(tx: Transaction, row: CaseRow, version: number, set: Partial<CaseRow>): Refused | null {
	if (row.version !== version) {
		const labels = { state: 'Where it stands', dueOn: 'Due', cause: 'Cause', lesson: 'What was learnt', changeMade: 'What was changed' };
		return staleSave<CaseRow>(tx, { kind: 'complaint', id: row.id }, row, set, labels);
	}
	tx.update(tellUsCases)
		.set({ ...set, version: version + 1 })
		.where(and(eq(tellUsCases.id, row.id), eq(tellUsCases.version, version)))
		.run();
	return null;
}

/** The refusal of a day before another or after today; null where it lies between. */
export function refusedDay(
	day: string,
	field: string,
	{ from, today, before }: { from: string; today: string; before: string }
): Refused | null {
	if (day > today) return refused('future', 'The day must be today or in the past', field);
	return day < from ? refused('too-early', `The day cannot be before ${before}`, field) : null;
}
