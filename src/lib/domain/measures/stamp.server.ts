import { keptPerDatabase, type Database } from '#lib/server/database.ts';

/** What figures of measures rest on, as the audit trail calls it: values, definitions with their targets, releases, costs, names. */
const restOn = [
	'values of measures',
	'measure',
	'measures',
	'month of measures',
	'channel cost',
	'council',
	'directorate',
	'service',
	'team',
	'import'
];

const reading = keptPerDatabase((db) =>
	db.$client
		.prepare<[string], string>(
			`select group_concat(coalesce((select number from audit_line where thing = k.value order by number desc limit 1), 0), ' ')
			from json_each(?) k`
		)
		.pluck()
);

/**
 * A text that changes with every write to what the figures of measures rest on, in the same transaction: the number of the last line
 * of the audit trail for each kind of thing. Every write leaves one (DOMAIN section 8), so nothing has to remember to say so.
 */
export const measuresStamp = (db: Database): string => reading(db).get(JSON.stringify(restOn)) ?? '';
