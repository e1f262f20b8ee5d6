import { allMeasures } from '#lib/domain/measures/finding.server.ts';
import { enterValues } from '#lib/domain/measures/entering.server.ts';
import { loadMeasures } from '#lib/domain/measures/loading.server.ts';
import type { ValueTyped } from '#lib/domain/measures/value-faults.ts';
import type { Origin } from '#lib/domain/measures/words.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { cast, testDatabase } from './test-database.ts';

export const measuresToday = '2026-11-22';

/** The tests' council with the measures that come with the program, and their ids by key. */
export function councilWithMeasures(): { db: Database; ids: Record<string, string> } {
	const db = testDatabase();
	const outcome = loadMeasures(db, cast.lead);
	if (!outcome.ok) throw new Error(outcome.text);
	return { db, ids: Object.fromEntries(allMeasures(db).map(({ key, id }) => [key, id])) };
}

/** A value for the whole council in October 2026 unless it says otherwise. */
export const value = (
	measureId: string,
	numerator: number | null,
	denominator: number | null = null,
	more: Partial<ValueTyped> = {}
): ValueTyped => ({
	measureId,
	serviceId: null,
	teamId: null,
	channel: null,
	period: '2026-10',
	numerator,
	denominator,
	...more
});

/** Enters values as the programme lead, or as whom it says. */
export const enter = (
	db: Database,
	values: ValueTyped[],
	{ person = cast.lead, origin = 'typed', reason = '' }: { person?: Person | null; origin?: Origin; reason?: string } = {}
) => enterValues(db, person, { origin, reason }, values, measuresToday);
