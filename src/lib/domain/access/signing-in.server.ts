import { and, eq, isNull } from 'drizzle-orm';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { isPassword } from './passwords.server.ts';
import { startSession } from './sessions.server.ts';
import { people } from './tables.ts';
import { isThrottled, noteAttempt } from './throttling.server.ts';

/** One sentence for every failure: nobody learns whether an account exists, is closed or is being tried too often. */
const failed = () =>
	refused(
		'sign-in-failed',
		'Your email address and password do not match, or there have been too many tries. Check both, or wait five minutes and try again.',
		'email'
	);

/** Signs a person in; gives the token for the cookie. Tried too often, even the right password is refused for a while. */
export async function signIn(
	db: Database,
	typed: { email: string; password: string },
	address: string,
	now: number
): Promise<Outcome<{ token: string; personId: string }>> {
	const email = typed.email.toLowerCase();
	const throttled = isThrottled(db, email, address, now);
	const person = db
		.select({ id: people.id, passwordHash: people.passwordHash })
		.from(people)
		.where(and(eq(people.email, email), isNull(people.deactivatedAt)))
		.get();
	const matches = await isPassword((!throttled && person?.passwordHash) || null, typed.password);
	if (throttled) return failed();
	noteAttempt(db, email, address, matches, now);
	if (!matches || !person) return failed();
	write(db, (tx) => record(tx, person, 'signed in', { kind: 'person', id: person.id }));
	return done({ token: await startSession(db, person.id), personId: person.id });
}
