import { keptPerDatabase, type Database } from '#lib/server/database.ts';

const reading = keptPerDatabase((db) =>
	db.$client
		.prepare<[string], string>(
			`select group_concat(coalesce((select number from audit_line where thing = k.value order by number desc limit 1), 0), ' ')
			from json_each(?) k`
		)
		.pluck()
);

/**
 * Gives a text that changes with every write to things of these kinds, as the audit trail calls them, in the same transaction: the
 * number of the last line about each. Every write leaves one (DOMAIN section 8), so nothing has to remember to say so.
 */
export function stampOf(kinds: readonly string[]): (db: Database) => string {
	const list = JSON.stringify(kinds);
	return (db) => reading(db).get(list) ?? '';
}
