import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { objectives } from '#lib/domain/one-to-ones/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { Level } from './levels.ts';
import { strands, strandTies } from './tables.ts';
import type { TieKind } from './ties.ts';

/** A strand as it stands beside what is tied to it. */
export type TiedStrand = { id: string; number: number; title: string; level: Level };

const tied = { id: strands.id, number: strands.number, title: strands.title, level: strands.level };

const gathered = (rows: ({ thing: string } & TiedStrand)[]): Map<string, TiedStrand[]> => {
	const found = new Map<string, TiedStrand[]>();
	for (const { thing, ...strand } of rows) found.set(thing, [...(found.get(thing) ?? []), strand]);
	return found;
};

/** The strands that each of these things is tied to, without those retired. A thing that is tied to none is not in the map. */
export function strandsOf(db: Database, kind: TieKind, things: readonly string[]): Map<string, TiedStrand[]> {
	if (!things.length) return new Map();
	return gathered(
		db
			.select({ thing: strandTies.thing, ...tied })
			.from(strandTies)
			.innerJoin(strands, eq(strands.id, strandTies.strandId))
			.where(and(eq(strandTies.kind, kind), inArray(strandTies.thing, [...things]), isNull(strands.retiredOn)))
			.orderBy(asc(strands.number))
			.all()
	);
}

/** The strand that each of these objectives of one-to-ones serves. */
export function strandsOfObjectives(db: Database, ids: readonly string[]): Map<string, TiedStrand[]> {
	if (!ids.length) return new Map();
	return gathered(
		db
			.select({ thing: objectives.id, ...tied })
			.from(objectives)
			.innerJoin(strands, eq(strands.id, objectives.strandId))
			.where(and(inArray(objectives.id, [...ids]), isNull(strands.retiredOn)))
			.all()
	);
}
