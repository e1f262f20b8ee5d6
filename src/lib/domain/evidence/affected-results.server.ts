import { and, eq, inArray, ne } from 'drizzle-orm';
import { addDays } from '#lib/domain/calendar/dates.ts';
import { keepResults } from '#lib/domain/results/keeping-results.server.ts';
import { answerEvidence, assessments } from '#lib/domain/assessments/tables.ts';
import { results } from '#lib/domain/results/tables.ts';
import type { Transaction } from '#lib/server/database.ts';

/** What is corporate may support every service's assessment; so many results are worked out while somebody waits. */
const atOnce = 20;

/**
 * Keeps the results of the assessments that some evidence supports in step with a change to it. Agreed ones stay as
 * they were agreed. Where there are very many, the others are marked as overtaken and refreshed within the hour.
 */
export function keepResultsSupportedBy(tx: Transaction, evidenceId: string, today: string): void {
	const supported = tx
		.selectDistinct({ id: answerEvidence.assessmentId })
		.from(answerEvidence)
		.innerJoin(assessments, eq(assessments.id, answerEvidence.assessmentId))
		.where(and(eq(answerEvidence.evidenceId, evidenceId), ne(assessments.status, 'agreed')))
		.all()
		.map(({ id }) => id);
	for (const id of supported.slice(0, atOnce)) keepResults(tx, id, today);
	for (let from = atOnce; from < supported.length; from += 500)
		tx.update(results)
			.set({ holdsUntil: addDays(today, -1) })
			.where(inArray(results.assessmentId, supported.slice(from, from + 500)))
			.run();
}
