import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#lib/server/database.ts';
import { depthOf, type Level } from './levels.ts';
import { faultIn, type Fault } from './rules.ts';
import { strandParents, strands } from './tables.ts';
import { threadOf } from './thread.server.ts';

/**
 * Why a strand that is retired cannot stand again, with what it served and what served it: while it was away, its level or
 * that of its neighbours may have changed. Null where it can.
 */
export function faultWhenBack(
	tx: Transaction,
	strand: { id: string; level: Level; title: string },
	parents: readonly string[]
): Fault | null {
	const thread = threadOf(tx);
	const under = tx
		.select({ level: strands.level, title: strands.title })
		.from(strandParents)
		.innerJoin(strands, eq(strands.id, strandParents.strandId))
		.where(and(eq(strandParents.parentId, strand.id), isNull(strands.retiredOn)))
		.all()
		.find(({ level }) => depthOf(level) <= depthOf(strand.level));
	if (under)
		return {
			code: 'level',
			text: `“${under.title}” served it and is a ${under.level} now: change that first, or add this one anew`,
			field: 'level'
		};
	const standing = parents.filter((parent) => thread.parents.has(parent));
	return faultIn(thread, strand, standing);
}
