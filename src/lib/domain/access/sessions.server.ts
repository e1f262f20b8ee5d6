import { createHash, randomBytes } from 'node:crypto';
import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { eq, sql } from 'drizzle-orm';
import { Lucia, TimeSpan, type DatabaseSession, type DatabaseUser } from 'lucia';
import { keptPerDatabase, type Database, type Transaction } from '#lib/server/database.ts';
import { people, sessions } from './tables.ts';

/*
 * Everything this program asks of Lucia. The library is in maintenance, so nothing outside this file knows it.
 * The cookie carries a random token; the database holds only its SHA-256.
 */

/** SHA-256 in hexadecimal: how tokens of sessions, invitations and feeds are kept. */
export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('hex');
export const newToken = () => randomBytes(32).toString('base64url');

const found = keptPerDatabase((db) =>
	db
		.select({ id: sessions.id, userId: sessions.userId, expiresAt: sessions.expiresAt })
		.from(sessions)
		.where(eq(sessions.id, sql.placeholder('id')))
		.prepare()
);

/** Every request asks for its session: one prepared query, where the library's own adapter builds two anew each time. */
class PreparedAdapter extends DrizzleSQLiteAdapter {
	readonly #db: Database;
	constructor(db: Database) {
		super(db, sessions, people);
		this.#db = db;
	}
	override getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		const row = found(this.#db).get({ id });
		if (!row) return Promise.resolve([null, null]);
		// a session always has its person: the database holds to that, and who they are is read by the caller
		const session = { id: row.id, userId: row.userId, expiresAt: new Date(row.expiresAt * 1000), attributes: {} };
		return Promise.resolve([session, { id: row.userId, attributes: {} }]);
	}
}

const lucia = keptPerDatabase((db) => new Lucia(new PreparedAdapter(db), { sessionExpiresIn: new TimeSpan(30, 'd') }));

/** Starts a session of 30 days; the token it gives goes into the cookie and nowhere else. */
export async function startSession(db: Database, personId: string): Promise<string> {
	const token = newToken();
	await lucia(db).createSession(personId, {}, { sessionId: hashOfToken(token) });
	return token;
}

/** The id of the person whose live session this token is. After half of its life a session is extended by use. */
export async function personIdOf(db: Database, token: string): Promise<{ personId: string; extended: boolean } | null> {
	const { session } = await lucia(db).validateSession(hashOfToken(token));
	return session && { personId: session.userId, extended: session.fresh };
}

export const endSession = (db: Database, token: string) => lucia(db).invalidateSession(hashOfToken(token));

/** Ends every session of a person: at a change of password or roles, at deactivation, at "sign out everywhere". */
export function endSessionsOf(tx: Transaction, personId: string): void {
	tx.delete(sessions).where(eq(sessions.userId, personId)).run();
}
