import type { Database } from '#lib/server/database.ts';

/** How SQLite reads the first page of a list that this work asks for: a line a step. Fails where the work reads no page. */
export function planOfList(db: Database, work: () => unknown): string {
	const { prepare } = db.$client;
	const asked: string[] = [];
	db.$client.prepare = ((text: string) => {
		asked.push(text);
		return prepare.call(db.$client, text);
	}) as typeof prepare;
	try {
		work();
	} finally {
		db.$client.prepare = prepare;
	}
	const list = asked.find((text) => /order by[^]*limit/.test(text));
	if (!list) throw new Error('No query with an order and a limit was prepared');
	const holes = (list.match(/\?/g) ?? []).map(() => 50);
	const steps = db.$client.prepare<unknown[], { detail: string }>(`explain query plan ${list}`).all(...holes);
	return steps.map(({ detail }) => detail).join('\n');
}
