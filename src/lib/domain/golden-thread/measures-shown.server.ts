import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { measures } from '#lib/domain/measures/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { seesMeasures } from './sight.ts';
import { strandTies } from './tables.ts';

/** A measure tied to a strand, as it stands. */
export type MeasureShown = { id: string; name: string; href: string };

/** The measures in use that are tied to each of these strands, for whoever sees measures. */
export function measuresShown(db: Database, person: Person, strandIds: readonly string[]): Map<string, MeasureShown[]> {
	const found = new Map<string, MeasureShown[]>();
	if (!strandIds.length || !seesMeasures(person)) return found;
	const rows = db
		.select({ strandId: strandTies.strandId, id: measures.id, name: measures.name, key: measures.key })
		.from(strandTies)
		.innerJoin(measures, eq(measures.id, strandTies.thing))
		.where(and(inArray(strandTies.strandId, [...strandIds]), eq(strandTies.kind, 'measure'), isNull(measures.retiredOn)))
		.orderBy(asc(measures.position), asc(measures.number))
		.all();
	for (const { strandId, id, name, key } of rows)
		found.set(strandId, [...(found.get(strandId) ?? []), { id, name, href: `/measures/${key}` }]);
	return found;
}
