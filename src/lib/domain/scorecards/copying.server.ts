import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { nextVersion } from '../versions/version-numbers.ts';
import { columnsOf } from './loading.server.ts';
import { cardById } from './seeing.server.ts';
import { scorecardVersions } from './tables.ts';

const numbersOf = (db: Database, scorecard: string) =>
	db
		.select({ number: scorecardVersions.number })
		.from(scorecardVersions)
		.where(eq(scorecardVersions.scorecard, scorecard))
		.all()
		.map(({ number }) => number);

/** The number that a copy would get unless told otherwise. */
export const proposedNumber = (db: Database, scorecard: string): string => nextVersion(numbersOf(db, scorecard));

/** Copies a version into a new draft, which alone can be edited (DOMAIN section 5). Refused where the number is taken. */
export function copyCard(db: Database, person: Person, id: string, number: string): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const source = cardById(tx, id);
		if (!source) return refused('unknown', 'This scorecard is not here any more');
		if (isTaken(tx, source.scorecard, number)) return refused('number-taken', `There is already a version ${number}`, 'number');
		const copy = tx
			.insert(scorecardVersions)
			.values({ ...columnsOf({ ...source.document, version: number }), state: 'draft', savedAt: now(), savedBy: person.id })
			.returning({ id: scorecardVersions.id })
			.get();
		record(tx, person, `copied scorecard ${source.name} ${source.number} to draft ${number}`, { kind: 'scorecard version', id: copy.id });
		return done({ id: copy.id });
	});
}

/** Whether a scorecard has a version of this number, other than the one named. */
export function isTaken(db: Database, scorecard: string, number: string, except = ''): boolean {
	const same = and(eq(scorecardVersions.scorecard, scorecard), eq(scorecardVersions.number, number));
	const found = db.select({ id: scorecardVersions.id }).from(scorecardVersions).where(same).get();
	return found !== undefined && found.id !== except;
}
