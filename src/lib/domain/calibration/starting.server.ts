import { asc, eq, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { StartTyped } from './forms.ts';
import { calibrations } from './tables.ts';

/** The scorecards a session can be held on: those that are published. */
export const cardsToChoose = (db: Database) =>
	db
		.select({ id: scorecardVersions.id, name: scorecardVersions.name, number: scorecardVersions.number })
		.from(scorecardVersions)
		.where(eq(scorecardVersions.state, 'published'))
		.orderBy(asc(scorecardVersions.use), asc(scorecardVersions.name), asc(scorecardVersions.number))
		.all();

/** Starts a session on one published scorecard; who starts it runs it. Gives its number. DOMAIN section 5.2. */
export function startCalibration(db: Database, person: Person, typed: StartTyped, today: string): Outcome<{ number: number }> {
	return write(db, (tx) => {
		const card = tx.select().from(scorecardVersions).where(eq(scorecardVersions.id, typed.scorecard)).get();
		if (card?.state !== 'published') return refused('no-card', 'Choose a published scorecard', 'scorecard');
		if (typed.dueOn && typed.dueOn < today) return refused('past', 'The day must be today or later', 'dueOn');
		const last = tx
			.select({ number: sql<number | null>`max(${calibrations.number})` })
			.from(calibrations)
			.get();
		const calibration = {
			number: (last?.number ?? 0) + 1,
			title: typed.title,
			scorecardVersionId: card.id,
			dueOn: typed.dueOn || null,
			runBy: person.id
		};
		const { id } = tx
			.insert(calibrations)
			.values({ ...calibration, startedAt: now() })
			.returning({ id: calibrations.id })
			.get();
		record(tx, person, `started calibration ${calibration.number}`, { kind: 'calibration', id }, changesOf({}, calibration));
		return done({ number: calibration.number });
	});
}
