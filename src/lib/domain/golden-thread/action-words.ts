/** How many actions stand how. */
export type ActionCounts = { total: number; done: number; late: number; open: number };

/** Counts actions by how they stand today; those dropped are left out. */
export function countActions(statuses: readonly string[]): ActionCounts {
	const byStatus = new Map<string, number>();
	for (const status of statuses) byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
	return countsOf(byStatus);
}

/** The same from how many stand how. */
export function countsOf(byStatus: ReadonlyMap<string, number>): ActionCounts {
	const count = (status: string) => byStatus.get(status) ?? 0;
	const total = [...byStatus.values()].reduce((sum, n) => sum + n, 0) - count('dropped');
	return { total, done: count('done'), late: count('late'), open: total - count('done') };
}

/** '2 done, 1 on the way, 1 late'. */
export const actionsInWords = ({ done, late, open }: ActionCounts): string =>
	(
		[
			[done, 'done'],
			[open - late, 'on the way'],
			[late, 'late']
		] as const
	)
		.flatMap(([n, what]) => (n ? [`${n} ${what}`] : []))
		.join(', ');
