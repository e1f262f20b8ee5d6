import { and, count, eq, isNull, notInArray } from 'drizzle-orm';
import { actions } from '#lib/domain/actions/tables.ts';
import { handovers } from '#lib/domain/assessments/tables.ts';
import type { Database } from '#lib/server/database.ts';

/** What waits for a person and will wait in vain once they cannot sign in: their open actions, and criteria handed to them. */
export function openWorkOf(db: Database, personId: string): { actions: number; criteria: number } {
	const open = and(eq(actions.ownerId, personId), notInArray(actions.status, ['done', 'dropped']));
	const handed = and(eq(handovers.personId, personId), isNull(handovers.returnedAt));
	return {
		actions: db.select({ n: count() }).from(actions).where(open).get()!.n,
		criteria: db.select({ n: count() }).from(handovers).where(handed).get()!.n
	};
}
