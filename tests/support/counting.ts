import type { Database } from '#lib/server/database.ts';

/** How many statements a piece of work runs on this database. */
export function queriesOf(db: Database, work: () => unknown): number {
	work();
	let count = 0;
	const statement = Object.getPrototypeOf(db.$client.prepare('select 1')) as Record<string, unknown>;
	const kept: Record<string, unknown> = {};
	for (const name of ['run', 'get', 'all', 'iterate']) {
		const original = statement[name] as (...args: unknown[]) => unknown;
		kept[name] = original;
		statement[name] = function (this: unknown, ...args: unknown[]) {
			count++;
			return original.apply(this, args);
		};
	}
	try {
		work();
	} finally {
		Object.assign(statement, kept);
	}
	return count;
}
