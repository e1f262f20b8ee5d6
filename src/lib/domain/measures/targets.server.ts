import { asc, inArray } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { measureTargets } from './tables.ts';

export type Target = typeof measureTargets.$inferSelect;

/** The targets and benchmarks of measures, by measure, the latest beginning last. */
export function targetsOf(db: Database, measureIds: readonly string[]): Map<string, Target[]> {
	const found = new Map<string, Target[]>();
	for (const target of db
		.select()
		.from(measureTargets)
		.where(inArray(measureTargets.measureId, [...measureIds]))
		.orderBy(asc(measureTargets.measureId), asc(measureTargets.fromPeriod), asc(measureTargets.id))
		.all())
		found.set(target.measureId, [...(found.get(target.measureId) ?? []), target]);
	return found;
}
