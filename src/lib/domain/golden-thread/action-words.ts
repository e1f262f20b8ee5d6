/** How many actions stand how. */
export type ActionCounts = { total: number; done: number; late: number; open: number };

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
