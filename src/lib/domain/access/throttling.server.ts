import { createHash } from 'node:crypto';
import { and, count, eq, gt, lt } from 'drizzle-orm';
import { write, type Database } from '#lib/server/database.ts';
import { signInAttempts } from './tables.ts';

const window = 5 * 60 * 1000;
/** Tries that failed within five minutes before more are refused. A whole council may share one address. */
export const mostFailures = { account: 10, address: 50 };

const accountOf = (email: string) => createHash('sha256').update(email).digest('hex');

/** Whether this account, or this address, has failed too often in the last five minutes. */
export function isThrottled(db: Database, email: string, address: string, now: number): boolean {
	const failures = (column: typeof signInAttempts.account | typeof signInAttempts.address, value: string) =>
		db
			.select({ n: count() })
			.from(signInAttempts)
			.where(and(eq(column, value), eq(signInAttempts.succeeded, false), gt(signInAttempts.at, now - window)))
			.get()!.n;
	return (
		failures(signInAttempts.account, accountOf(email)) >= mostFailures.account ||
		failures(signInAttempts.address, address) >= mostFailures.address
	);
}

/** Notes one try, and forgets those older than a day. A success forgets the account's failures. */
export function noteAttempt(db: Database, email: string, address: string, succeeded: boolean, now: number): void {
	write(db, (tx) => {
		const account = accountOf(email);
		if (succeeded)
			tx.delete(signInAttempts)
				.where(and(eq(signInAttempts.account, account), eq(signInAttempts.succeeded, false)))
				.run();
		tx.insert(signInAttempts).values({ account, address, at: now, succeeded }).run();
		tx.delete(signInAttempts)
			.where(lt(signInAttempts.at, now - 24 * 60 * 60 * 1000))
			.run();
	});
}
