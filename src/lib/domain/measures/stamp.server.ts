import { keptPerDatabase, type Database } from '#lib/server/database.ts';

/** Things as the audit trail calls them: what names and filters rest on, and what figures of measures rest on beside them. */
const structure = ['council', 'directorate', 'service', 'team', 'import'];
/** Values, definitions with their targets, releases, costs. */
const figures = [...structure, 'values of measures', 'measure', 'measures', 'month of measures', 'channel cost'];

const reading = keptPerDatabase((db) =>
	db.$client
		.prepare<[string], string>(
			`select group_concat(coalesce((select number from audit_line where thing = k.value order by number desc limit 1), 0), ' ')
			from json_each(?) k`
		)
		.pluck()
);
const stampOf = (kinds: readonly string[]) => {
	const list = JSON.stringify(kinds);
	return (db: Database): string => reading(db).get(list) ?? '';
};

/**
 * A text that changes with every write to what the figures of measures rest on, in the same transaction: the number of the last line
 * of the audit trail for each kind of thing. Every write leaves one (DOMAIN section 8), so nothing has to remember to say so.
 */
export const measuresStamp = stampOf(figures);

/** The same of the council's structure alone: services and teams, their names, and which are open. */
export const structureStamp = stampOf(structure);
