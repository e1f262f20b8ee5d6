import { getTableName } from 'drizzle-orm';
import { personForAdministrator } from '#lib/domain/access/people-finding.server.ts';
import type { Database } from '#lib/server/database.ts';
import { parts } from './held-parts.server.ts';

/** The tables that are looked through, so that a test notices a new one that names people. */
export const tablesLookedThrough = parts.map(({ table }) => getTableName(table));

/**
 * Everything held about a person as JSON text, in pieces. Moments are milliseconds since 1970 in UTC. Never a password
 * or what a link is made from. Looks through whole tables: run it in the worker. DOMAIN section 5.2.
 */
export function* heldAbout(db: Database, id: string): Generator<string> {
	yield `{\n"person": ${JSON.stringify(personForAdministrator(db, id) ?? null)}`;
	for (const { name, rows } of parts) {
		yield `,\n${JSON.stringify(name)}: [`;
		let first = true;
		for (const row of rows(db, id)) {
			yield `${first ? '\n' : ',\n'}${JSON.stringify(row)}`;
			first = false;
		}
		yield ']';
	}
	yield '\n}\n';
}
