import { and, count, eq, gt, lt } from 'drizzle-orm';
import { write, type Database } from '#lib/server/database.ts';
import { hashOfToken, newToken } from './sessions.server.ts';
import { keptForms } from './tables.ts';

const aDay = 24 * 60 * 60 * 1000;
const longest = 256 * 1024;
const mostAtOnce = 10_000;

/**
 * Keeps what somebody had typed when their session turned out to be over. The token it gives goes into a cookie; the
 * text is given back once, to the same person, on the same page, within a day. Null when it is too long to keep.
 */
export function keepForm(db: Database, personId: string, path: string, fields: Record<string, string>, now: number): string | null {
	if (JSON.stringify(fields).length > longest) return null;
	return write(db, (tx) => {
		tx.delete(keptForms)
			.where(lt(keptForms.at, now - aDay))
			.run();
		if (tx.select({ n: count() }).from(keptForms).get()!.n >= mostAtOnce) return null;
		const token = newToken();
		tx.insert(keptForms)
			.values({ id: hashOfToken(token), personId, path, fields, at: now })
			.run();
		return token;
	});
}

/** What was kept under a token for this person and page, if anything. It stays until the page's form is saved. */
export function keptFormOf(db: Database, token: string, personId: string, path: string, now: number): Record<string, string> | null {
	const mine = and(
		eq(keptForms.id, hashOfToken(token)),
		eq(keptForms.personId, personId),
		eq(keptForms.path, path),
		gt(keptForms.at, now - aDay)
	);
	return db.select({ fields: keptForms.fields }).from(keptForms).where(mine).get()?.fields ?? null;
}

export function forgetForm(db: Database, token: string): void {
	write(db, (tx) =>
		tx
			.delete(keptForms)
			.where(eq(keptForms.id, hashOfToken(token)))
			.run()
	);
}
