import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { objectives } from '#lib/domain/one-to-ones/tables.ts';
import { staff } from '#lib/domain/organisation/tables.ts';
import { fewestPeople } from '#lib/domain/paf-summaries/gate.ts';
import type { Database } from '#lib/server/database.ts';
import { parentsOf, type Strand, type Thread } from './thread.ts';

export type ObjectiveShare = { part: number; of: number };

/** The team whose advisors an individual objective is for: its own, or that of the first team objective it serves. */
export const teamOf = (thread: Thread, strand: Strand): string | null =>
	strand.teamId ?? parentsOf(thread, strand.id).find(({ teamId }) => teamId)?.teamId ?? null;

/**
 * Of the advisors of a team, how many have an objective that serves the strand, agreed in a one-to-one; null for a team of
 * fewer than five, of whom nothing is counted. DOMAIN sections 5.2 and 6.
 */
export function objectiveShare(db: Database, strandId: string, teamId: string): ObjectiveShare | null {
	const here = and(eq(staff.teamId, teamId), eq(staff.isAdvisor, true), isNull(staff.leftOn));
	const of =
		db
			.select({ n: sql<number>`count(*)` })
			.from(staff)
			.where(here)
			.get()?.n ?? 0;
	if (of < fewestPeople) return null;
	const having = db
		.select({ id: objectives.staffId })
		.from(objectives)
		.where(and(eq(objectives.strandId, strandId), ne(objectives.state, 'dropped')));
	const part =
		db
			.select({ n: sql<number>`count(*)` })
			.from(staff)
			.where(and(here, inArray(staff.id, having)))
			.get()?.n ?? 0;
	return { part, of };
}
