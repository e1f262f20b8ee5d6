import { desc, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { showPeriod } from './period.ts';
import { measureReleases } from './tables.ts';
import { periodFault } from './value-faults.ts';

/** Releases a month: viewers read it from now on, and its values are corrected with a reason. There is no way back. DOMAIN section 8. */
export function releaseMonth(db: Database, person: Person, period: string, note: string, today: string): Outcome {
	const fault = periodFault(period, 'month', today);
	if (fault) return refused('not-ended', `${fault.split('.')[0]}. It cannot be released`);
	return write(db, (tx) => {
		if (releaseOf(tx, period)) return refused('released', `${showPeriod(period)} is released already`);
		tx.insert(measureReleases).values({ period, releasedBy: person.id, releasedAt: now(), note }).run();
		record(
			tx,
			person,
			`released ${showPeriod(period)}`,
			{ kind: 'month of measures', id: period },
			note ? { note: { from: null, to: note } } : {}
		);
		return done();
	});
}

/** The release of a month; undefined where it is not released. */
export const releaseOf = (db: Database, period: string) =>
	db.select().from(measureReleases).where(eq(measureReleases.period, period)).get();

/** The latest month that is released, or null. */
export const lastReleased = (db: Database): string | null =>
	db.select({ period: measureReleases.period }).from(measureReleases).orderBy(desc(measureReleases.period)).limit(1).get()?.period ?? null;
