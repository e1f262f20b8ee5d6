import { lastChangeOf } from '#lib/domain/audit/last-change.server.ts';
import type { Database } from '#lib/server/database.ts';
import { conflictOf, stale, type Refused } from './outcome.ts';

/**
 * The refusal of a save made from an old version of a thing: what stands now beside what was typed, and who saved it
 * when, as the audit trail says. Of `labels` only the fields that were typed are compared. DOMAIN section 8.
 */
export const staleSave = <T extends object>(
	db: Database,
	thing: { kind: string; id: string },
	stands: T & { version: number },
	mine: Partial<Record<keyof T, unknown>>,
	labels: Partial<Record<keyof T & string, string>>
): Refused => {
	const typed = Object.fromEntries(Object.entries(labels).filter(([name]) => name in mine)) as typeof labels;
	return stale(conflictOf(stands, mine, typed, lastChangeOf(db, thing)));
};
