import { and, eq } from 'drizzle-orm';
import { refused, type Refused } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import type { Transaction } from '#lib/server/database.ts';
import { assessmentByNumber, type PafAssessment } from './finding.server.ts';
import { pafAssessments } from './tables.ts';

type Set = Partial<typeof pafAssessments.$inferInsert>;

/** Changes an assessment and counts its version up. */
export function changeAssessment(tx: Transaction, { id, version }: Pick<PafAssessment, 'id' | 'version'>, set: Set): void {
	tx.update(pafAssessments)
		.set({ ...set, version: version + 1 })
		.where(and(eq(pafAssessments.id, id), eq(pafAssessments.version, version)))
		.run();
}

export const auditThing = (id: string) => ({ kind: 'PAF assessment', id });

/** The assessment as it stands, refused where somebody has changed it since `version` was shown. */
export function asShown(tx: Transaction, number: number, version: number, mine: Record<string, unknown> = {}): PafAssessment | Refused {
	const stands = assessmentByNumber(tx, number);
	if (!stands) return refused('gone', 'There is no such assessment');
	if (stands.version === version) return stands;
	return staleSave<Record<string, unknown>>(tx, auditThing(stands.id), stands, mine, { sharedNote: 'Note to the advisor', state: 'State' });
}
