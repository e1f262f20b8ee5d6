import { createHmac, randomBytes } from 'node:crypto';
import { and, count, eq, gt, lt, ne } from 'drizzle-orm';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { surveyAnswers, surveyAttempts, surveyKeys } from './tables.ts';

/*
 * What keeps a script from drowning a survey. The numbers are ours: a busy reception hands out a link some hundred times a
 * day, and a library's computers share one address.
 */

const minute = 60_000;
const hour = 60 * minute;
/** Answers from one address in an hour; what comes after is sent back with what was typed. */
export const mostFromAddress = 10;
/** Answers by one link in a minute; with the next one, those of that minute are held until somebody has looked at them. */
export const mostByLink = 10;
/** Answers by one link in a minute from which on none is taken at all. */
export const mostTaken = 60;

export type Passage = 'free' | 'held' | 'too many from here' | 'too many at once';

/** The address as it is kept, for an hour: hashed with a key that is thrown away with the day. */
function hashed(tx: Transaction, address: string, moment: number): string {
	const today = dayOf(moment);
	tx.insert(surveyKeys)
		.values({ day: today, key: randomBytes(32).toString('hex') })
		.onConflictDoNothing()
		.run();
	const { key } = tx.select().from(surveyKeys).where(eq(surveyKeys.day, today)).get()!;
	return createHmac('sha256', key).update(address).digest('hex');
}

/** Notes that somebody answers by the link, and says whether it may pass. */
export function pass(tx: Transaction, surveyId: string, address: string, moment: number): Passage {
	forgetAttempts(tx, moment);
	const from = hashed(tx, address, moment);
	const { survey, here } = {
		survey: and(eq(surveyAttempts.surveyId, surveyId), gt(surveyAttempts.at, moment - minute)),
		here: and(eq(surveyAttempts.address, from), gt(surveyAttempts.at, moment - hour))
	};
	const many = (where: typeof survey) => tx.select({ n: count() }).from(surveyAttempts).where(where).get()!.n;
	if (many(here) >= mostFromAddress) return 'too many from here';
	const before = many(survey);
	if (before >= mostTaken) return 'too many at once';
	tx.insert(surveyAttempts).values({ surveyId, address: from, at: moment }).run();
	if (before < mostByLink) return 'free';
	// the first ones of a flood are as doubtful as the rest
	const ofThisMinute = and(
		eq(surveyAnswers.surveyId, surveyId),
		gt(surveyAnswers.answeredAt, moment - minute),
		eq(surveyAnswers.source, 'link')
	);
	tx.update(surveyAnswers)
		.set({ state: 'held', stateReason: tooFast })
		.where(and(ofThisMinute, eq(surveyAnswers.state, 'counted')))
		.run();
	return 'held';
}
export const tooFast = 'Came in a minute with more than ten others';

/** Forgets attempts older than an hour and keys of days gone by: nothing can be joined to an address then. */
export function forgetAttempts(db: Database, moment: number): void {
	write(db, (tx) => {
		tx.delete(surveyAttempts)
			.where(lt(surveyAttempts.at, moment - hour))
			.run();
		tx.delete(surveyKeys)
			.where(ne(surveyKeys.day, dayOf(moment)))
			.run();
	});
}
