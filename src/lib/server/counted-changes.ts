import type Sqlite from 'better-sqlite3';
import { keepTriggers } from './triggers.ts';

/** A table whose changes count: all, or a change of these columns alone; `added`: which new rows count, all unless it says otherwise. */
type Counting = { table: string; columns?: readonly string[]; added?: string };

/**
 * What the golden thread is worked out from: its strands and ties, and what else its breaks, its coverage and its owners hang on.
 * A new action or measure changes nothing there before it is tied.
 */
const ofThread: readonly Counting[] = [
	{ table: 'strand' },
	{ table: 'strand_parent' },
	{ table: 'strand_tie' },
	{ table: 'action', columns: ['status'], added: 'false' },
	{ table: 'recommendation', columns: ['state'], added: 'false' },
	{ table: 'journey', columns: ['state'], added: 'false' },
	{ table: 'measure', columns: ['retired_on'], added: 'false' },
	{ table: 'objective', columns: ['strand_id'], added: 'new.strand_id is not null' },
	{ table: 'person', columns: ['name'], added: 'false' },
	{ table: 'service', columns: ['name'], added: 'false' },
	{ table: 'team', columns: ['name'], added: 'false' }
];

const count = 'insert into thread_stamp (id, number) values (1, 1) on conflict (id) do update set number = number + 1';

/**
 * Lets the database count the changes of what pages keep between them, by whatever code they are made: `thread_stamp` for the golden
 * thread. What is kept under a number is right as long as the number stands.
 */
export function countChanges(sqlite: Sqlite.Database): void {
	const isThere = (table: string) => (sqlite.pragma(`table_info(${table})`) as unknown[]).length > 0;
	const triggers = ofThread.flatMap(({ table, columns, added }): [string, string][] => {
		if (!isThere(table)) return [];
		const changed = columns?.map((column) => `old.${column} is not new.${column}`).join(' or ');
		const then = (when?: string) => `on ${table}${when ? ` when ${when}` : ''} begin ${count}; end`;
		const inserted: [string, string][] = added === 'false' ? [] : [[`stamp_thread_${table}_added`, `after insert ${then(added)}`]];
		return [
			...inserted,
			[`stamp_thread_${table}_changed`, `after update ${columns ? `of ${columns.join(', ')} ` : ''}${then(changed)}`],
			[`stamp_thread_${table}_deleted`, `after delete ${then()}`]
		];
	});
	keepTriggers(sqlite, 'stamp_thread_', new Map(isThere('thread_stamp') ? triggers : []));
}
