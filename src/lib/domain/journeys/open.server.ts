import { eq } from 'drizzle-orm';
import { refused, type Refused } from '#lib/domain/outcome.ts';
import type { Transaction } from '#lib/server/database.ts';
import { journeys } from './tables.ts';

/** Why nothing of a review can be changed any more; null while it is open. To be asked before anything is written. */
export function refusedUnlessOpen(tx: Transaction, journeyId: string): Refused | null {
	const state = tx.select({ state: journeys.state }).from(journeys).where(eq(journeys.id, journeyId)).get()?.state;
	return state === 'open' ? null : refused('closed', `This review is ${state ?? 'gone'}. Open it again before you change anything`);
}
