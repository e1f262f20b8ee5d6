import { createHash, randomBytes } from 'node:crypto';
import { and, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { personById } from '#lib/domain/access/finding.server.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { actions, calendarFeeds } from './tables.ts';

const most = 500;
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** When a person's calendar address was made (a moment); null where they have none. */
export const feedSince = (db: Database, person: Pick<Person, 'id'>): number | null =>
	db.select({ at: calendarFeeds.createdAt }).from(calendarFeeds).where(eq(calendarFeeds.personId, person.id)).get()?.at ?? null;

/**
 * Makes the secret address of a person's own dates, in place of any before. Gives its token, which is shown once: the
 * database holds only its SHA-256. Issue section 5.
 */
export function makeFeed(db: Database, person: Person): Outcome<{ token: string }> {
	const token = randomBytes(24).toString('base64url');
	return write(db, (tx) => {
		const { changes } = tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, person.id)).run();
		tx.insert(calendarFeeds)
			.values({ id: hashOf(token), personId: person.id, createdAt: now() })
			.run();
		record(tx, person, changes ? 'replaced calendar address' : 'made calendar address', { kind: 'person', id: person.id });
		return done({ token });
	});
}

/** Ends a person's calendar address: from then on it is not found. */
export function revokeFeed(db: Database, person: Person): Outcome {
	return write(db, (tx) => {
		const { changes } = tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, person.id)).run();
		if (changes) record(tx, person, 'ended calendar address', { kind: 'person', id: person.id });
		return done();
	});
}

/** What a calendar address shows: the open actions its owner owns, and those of theirs still to be reviewed. */
export type Feed = {
	madeAt: number;
	actions: {
		id: string;
		number: number;
		title: string;
		service: string;
		dueOn: string;
		reviewOn: string;
		isOpen: boolean;
		isReviewed: boolean;
		version: number;
	}[];
};

/** What stands behind a token; null where it is unknown or ended, or its owner can no longer sign in. */
export function feedOf(db: Database, token: string): Feed | null {
	const feed = db
		.select()
		.from(calendarFeeds)
		.where(eq(calendarFeeds.id, hashOf(token)))
		.get();
	if (!feed || !personById(db, feed.personId)) return null;
	const rows = db
		.select({
			id: actions.id,
			number: actions.number,
			title: actions.title,
			service: services.name,
			dueOn: actions.dueOn,
			reviewOn: actions.reviewOn,
			status: actions.status,
			outcome: actions.outcome,
			version: actions.version
		})
		.from(actions)
		.innerJoin(services, eq(services.id, actions.serviceId))
		.where(
			and(
				eq(actions.ownerId, feed.personId),
				ne(actions.status, 'dropped'),
				or(inArray(actions.status, ['not started', 'on track', 'at risk']), isNull(actions.outcome))
			)
		)
		.orderBy(asc(actions.dueOn), asc(actions.number))
		.limit(most)
		.all();
	return {
		madeAt: feed.createdAt,
		actions: rows.map(({ status, outcome, ...action }) => ({ ...action, isOpen: status !== 'done', isReviewed: outcome !== null }))
	};
}
