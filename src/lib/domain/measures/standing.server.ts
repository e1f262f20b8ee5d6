import { inArray } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import type { Measure } from './finding.server.ts';
import { addPeriods, monthsOf, periodOf } from './period.ts';
import type { Scope } from './scope.ts';
import { pointOf, rowsAt, type Point } from './series.server.ts';
import { standingOf, type Standing } from './standing.ts';
import { measures } from './tables.ts';
import { targetsOf } from './targets.server.ts';

export type { Standing } from './standing.ts';

/** How far back values are looked at, in periods of the measure: limits take 24, and the latest value may be old. */
const periodsBack = 37;

/** The month from which on the standing of a measure looks at its values. */
export const lookedAtFrom = ({ frequency }: Pick<Measure, 'frequency'>, today: string): string =>
	addPeriods(periodOf(today), -periodsBack * Math.min(monthsOf[frequency], 4));

/**
 * How measures stand for the council, a service or a team, over all channels or by one: the latest value of each with its
 * target, assurance, signals, staleness, the year before and how it is worked out. A measure without a value there in the
 * last three years is not in the map. Three queries however many measures. DOMAIN section 7.
 * @param scope `releasedOnly` for who reads released months alone (a viewer)
 */
export function standingsOf(
	db: Database,
	measureIds: readonly string[],
	scope: Scope & { releasedOnly?: boolean },
	today: string
): Map<string, Standing> {
	const wanted = db
		.select()
		.from(measures)
		.where(inArray(measures.id, [...measureIds]))
		.all();
	return new Map(standingsOfMeasures(db, wanted, scope, today).map((standing) => [standing.measure.id, standing]));
}

/** The same for measures that were read already. */
export function standingsOfMeasures(
	db: Database,
	wanted: readonly Measure[],
	scope: Scope & { releasedOnly?: boolean },
	today: string
): Standing[] {
	const rows = rowsAt(
		db,
		wanted.map((measure) => ({ measure: measure.number, from: lookedAtFrom(measure, today) })),
		scope,
		scope.releasedOnly
	);
	const byNumber = new Map<number, typeof rows>();
	for (const row of rows) {
		const there = byNumber.get(row.measure);
		if (there) there.push(row);
		else byNumber.set(row.measure, [row]);
	}
	const aims = targetsOf(
		db,
		wanted.map(({ id }) => id)
	);
	return wanted.flatMap((measure) => {
		const points: Point[] = (byNumber.get(measure.number) ?? []).map((row) => pointOf(measure, row));
		return points.length ? [standingOf(measure, points, aims.get(measure.id) ?? [], scope, today)] : [];
	});
}
