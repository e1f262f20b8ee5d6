import { and, count, eq, gt } from 'drizzle-orm';
import { record } from '#lib/domain/audit/recording.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { Person } from './person.ts';
import { endSessionsOf } from './sessions.server.ts';
import { sessions } from './tables.ts';
import { now } from '#lib/server/clock.ts';

/** In how many places a person is signed in now. */
export const sessionCount = (db: Database, person: Person): number =>
	db
		.select({ n: count() })
		.from(sessions)
		.where(and(eq(sessions.userId, person.id), gt(sessions.expiresAt, Math.floor(now() / 1000))))
		.get()!.n;

/** Ends every session of this person, here and elsewhere. */
export function signOutEverywhere(db: Database, person: Person): void {
	write(db, (tx) => {
		endSessionsOf(tx, person.id);
		record(tx, person, 'signed out everywhere', { kind: 'person', id: person.id });
	});
}
