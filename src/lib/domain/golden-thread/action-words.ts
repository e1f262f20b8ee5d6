/** How many actions stand how. */
export type ActionCounts = { total: number; done: number; late: number; open: number };

/** Counts actions by how they stand today; those dropped are left out. */
export function countActions(statuses: readonly string[]): ActionCounts {
	const counted = statuses.filter((status) => status !== 'dropped');
	const count = (wanted: string) => counted.filter((status) => status === wanted).length;
	const [done, late] = [count('done'), count('late')];
	return { total: counted.length, done, late, open: counted.length - done };
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
